namespace Diversion.Web.Pages.Enrol;

/// <summary>A case as far as it was typed before it is referred. Stored as JSON: a renamed property is lost from existing drafts.</summary>
public sealed class TypedReferral
{
    public PersonForm? Person { get; set; }

    public OffenceForm? Offence { get; set; }

    public string? CustodyReference { get; set; }
}
