using Diversion.Domain.BoardPacks;

namespace Diversion.Casework.ProjectEntries;

/// <summary>How much of the work was for community safety or the environment.</summary>
/// <param name="Projects">At which hours were credited.</param>
/// <param name="Counting">Of these, for community safety or the environment.</param>
/// <param name="Cases">Whose hours they are: what fewer than five people did is not published.</param>
public sealed record ProjectShare(int Projects, int Counting, int Minutes, int CountingMinutes, int Cases)
{
    /// <summary>In percent, rounded; null without a project.</summary>
    public int? OfProjects => Percent(Counting, Projects);

    public int? OfHours => Percent(CountingMinutes, Minutes);

    /// <param name="target">In percent; more than that is needed.</param>
    public bool Reaches(int target) => Counting * 100 > target * Projects && CountingMinutes * 100L > target * (long)Minutes;

    private static int? Percent(int part, int all) => all == 0 ? null : (int)Math.Round(100m * part / all, MidpointRounding.AwayFromZero);
}

/// <param name="Area">Null for work that the directory does not have.</param>
public sealed record AreaShare(string? Area, ProjectShare Share);

public sealed record QuarterShare(Quarter Quarter, ProjectShare Share);

/// <param name="Target">Of the scheme in force at the end of the quarter, in percent.</param>
/// <param name="Areas">Of the quarter, by name.</param>
/// <param name="Quarters">The quarter and those before it, newest first.</param>
public sealed record ShareTable(Quarter Quarter, int Target, IReadOnlyList<AreaShare> Areas, IReadOnlyList<QuarterShare> Quarters);
