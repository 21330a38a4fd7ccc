namespace Diversion.Domain.Projects;

/// <summary>What the public reads of a project: the words as a lead let them out, whatever the entry says later.</summary>
public sealed record PublicText(string Name, string Place, string Area, string Work, string? Before = null, string? After = null)
{
    public static PublicText Of(ProjectEntry entry) => new(entry.Name, entry.Place, entry.Area, entry.Work, entry.Before, entry.After);
}
