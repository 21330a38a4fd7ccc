using System.Collections.Immutable;
using Diversion.Casework.Links;
using Diversion.Casework.Programmes;
using Diversion.Casework.Scrutiny;
using Diversion.Domain.Scrutiny;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Scrutiny;

/// <summary>The sittings of the panel; a lead plans one here.</summary>
public sealed class IndexModel(ScrutinyQuery query, ScrutinyService sittings, Rulebook rulebook) : ScrutinyPage(sittings)
{
    private const int QuartersOffered = 5;

    [BindProperty]
    public string? Quarter { get; set; }

    [BindProperty]
    public string? Size { get; set; }

    [BindProperty]
    public string[] Chosen { get; set; } = [];

    public IReadOnlyList<SittingRow> Sittings { get; private set; } = [];

    public IReadOnlyList<Choice> Members => [.. rulebook.Programme.PanelMembers.Select(member => new Choice(member.Id, member.Name))];

    /// <summary>The present one too: its seal is best published before it is over.</summary>
    public IReadOnlyList<Choice> Quarters
    {
        get
        {
            var quarters = new List<Domain.BoardPacks.Quarter> { Domain.BoardPacks.Quarter.Of(Today) };
            while (quarters.Count < QuartersOffered)
            {
                quarters.Add(quarters[^1].Before);
            }

            return [.. quarters.Where(one => Sittings.All(sitting => sitting.Quarter != one.ToString())).Select(one => new Choice($"{one}", one.InWords))];
        }
    }

    public async Task<IActionResult> OnPostPlanAsync()
    {
        if (!Leads)
        {
            return NotForRole();
        }

        var quarter = Read.Text(nameof(Quarter), Quarter, "the quarter");
        var size = Read.Number(nameof(Size), Size, "how many cases", 1, SittingDecider.MostCases);
        if (Chosen.Length < SittingDecider.FewestMembers)
        {
            Read.Fault(nameof(Chosen), "Choose two members at least");
        }

        if (SittingId.Read(quarter) is null && quarter.Length > 0)
        {
            Read.Fault(nameof(Quarter), "Choose a quarter");
        }

        return await Run(quarter, () => new SittingCommand.PlanSitting(Chosen.ToImmutableArray(), size), "The sitting is planned, and its seal is published.", Addresses.Sitting(quarter));
    }

    protected override async Task<IActionResult?> Load() => Take(await query.All(By, Cancellation), rows => Sittings = rows);
}
