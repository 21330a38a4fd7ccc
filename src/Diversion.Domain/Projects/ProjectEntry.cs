namespace Diversion.Domain.Projects;

/// <summary>What the directory says of a reparation project. What is null is not known.</summary>
/// <param name="Place">Where the work is done: a street, a park.</param>
/// <param name="Area">The ward or district that it counts for.</param>
/// <param name="Partner">The organisation for which or with which the work is done, as the staff directory names it.</param>
/// <param name="Work">What is to be done, in a sentence or two.</param>
public sealed record ProjectEntry(string Name, string Place, string Area, string Partner, ProjectPurpose Purpose, string Work)
{
    public const int LeastCapacity = 1;
    public const int MostCapacity = 50;
    public const int LongestProse = 1_000;

    /// <summary>Id of whoever looks after the sessions; somebody of the partner. Null while there is nobody.</summary>
    public string? Supervisor { get; init; }

    /// <summary>How many people can work in one session; null when nobody counts them.</summary>
    public int? Capacity { get; init; }

    /// <summary>In words: "Saturdays, 9am to 3pm".</summary>
    public string? Hours { get; init; }

    public LocalDate? StartsOn { get; init; }

    /// <summary>The last day on which there is work; null where none is planned.</summary>
    public LocalDate? EndsOn { get; init; }

    /// <summary>What the place was like before, as <see cref="After"/>.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }
}
