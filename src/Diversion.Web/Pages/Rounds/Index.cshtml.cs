using Diversion.Casework.Access;
using Diversion.Casework.Links;
using Diversion.Casework.PublicView;
using Diversion.Casework.Rounds;
using Diversion.Domain.Rounds;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Rounds;

/// <summary>The votes of the public, and opening one.</summary>
public sealed class IndexModel(RoundService service, PublicRows published) : StreamPage
{
    private IReadOnlyList<PublicProject> open = [];

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public TypedDate LastDay { get; set; } = new();

    public IReadOnlyList<PublicRound> Rounds { get; private set; } = [];

    public IReadOnlyList<Choice> Projects => [.. open.Select(one => new Choice(one.Id, $"{one.Text.Area}: {one.Text.Name}"))];

    public bool MayOpen => AccessPolicy.MayOpenRounds(By);

    public bool MayModerate => AccessPolicy.MayModerate(By);

    protected override string What => "the vote";

    public bool Takes(PublicRound round) => Now < round.ClosesAt;

    public async Task<IActionResult> OnGetAsync() => await Load() ?? Page();

    public async Task<IActionResult> OnPostOpenAsync()
    {
        if (!MayOpen)
        {
            return NotForRole();
        }

        if (await Load() is { } other)
        {
            return other;
        }

        var areas = open.Where(one => Chosen.Contains(one.Id)).Select(one => one.Text.Area).Distinct(StringComparer.Ordinal).ToArray();
        if (areas.Length != 1)
        {
            Read.Fault(nameof(Chosen), "Choose at least two projects of one area");
        }

        var last = Read.Date(nameof(LastDay), LastDay, "the last day");
        var id = new RoundId(RoundId.Read(FormKey) is { } key ? key.Value : Guid.NewGuid().ToString("N"));
        return await Run(
            options => service.Execute(id, new RoundCommand.OpenRound(areas[0], [.. Chosen], last) { By = By, At = Now }, options, Cancellation),
            "The vote is open.",
            Addresses.Round(id.Value),
            static field => field == "lastDay" ? nameof(LastDay) : nameof(Chosen));
    }

    protected override async Task<IActionResult?> Load()
    {
        if (Take(await service.All(By, Cancellation), rounds => Rounds = rounds) is { } refused)
        {
            return refused;
        }

        open = [.. (await published.AllProjects(Cancellation)).Where(one => !one.IsDone)];
        return null;
    }
}
