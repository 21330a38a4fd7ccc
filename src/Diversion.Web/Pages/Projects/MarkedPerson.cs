namespace Diversion.Web.Pages.Projects;

/// <summary>What was typed for one person of a register.</summary>
public sealed class MarkedPerson
{
    public string? Key { get; set; }

    public string? Came { get; set; }

    public string? Minutes { get; set; }

    public string? Grade { get; set; }
}
