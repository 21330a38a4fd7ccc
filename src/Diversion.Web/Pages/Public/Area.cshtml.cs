using Diversion.Casework.PublicView;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Public;

/// <summary>What is done in an area and was done, the votes, and the places that people named.</summary>
public sealed class AreaModel(PublicRows rows, IClock clock) : PublicPage(rows, clock)
{
    private const int MostNamed = 50;

    /// <summary>Not named "area" in the route: the framework takes that for a part of the app.</summary>
    [FromRoute(Name = "place")]
    public string Area { get; set; } = "";

    public bool IsUnknown { get; private set; }

    /// <summary>Each part with its heading.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<PublicProject> Projects)> Projects { get; private set; } = [];

    public IReadOnlyList<PublicRound> Rounds { get; private set; } = [];

    public IReadOnlyList<PublicNominationRow> Named { get; private set; } = [];

    public bool Takes(PublicRound round) => Now < round.ClosesAt;

    public async Task<IActionResult> OnGetAsync()
    {
        var projects = (await Rows.AllProjects(Cancellation)).Where(one => IsHere(one.Text.Area)).ToList();
        Rounds = [.. (await Rows.AllRounds(Cancellation)).Where(one => IsHere(one.Area)).OrderByDescending(one => one.ClosesAt)];
        Named = [.. (await Rows.AllNominations(Cancellation)).Where(one => IsHere(one.Area)).Take(MostNamed)];
        Projects = [("area.now", [.. projects.Where(one => !one.IsDone)]), ("area.done", [.. projects.Where(one => one.IsDone)])];
        IsUnknown = projects.Count == 0 && Rounds.Count == 0 && Named.Count == 0;
        return IsUnknown ? Nothing() : Page();
    }

    private bool IsHere(string area) => string.Equals(area, Area, StringComparison.OrdinalIgnoreCase);
}
