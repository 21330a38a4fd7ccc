using System.Collections.Immutable;
using Diversion.Casework.Queries;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The facts that eligibility rules ask for and nobody else records. What is left out stays as it was.</summary>
public sealed class RecordFactsModel(ReferralChoicesQuery choices) : EnrolmentPage
{
    private const string None = "none";

    [BindProperty]
    public List<string> Orders { get; set; } = [];

    [BindProperty]
    public string? CoAccused { get; set; }

    [BindProperty]
    public string? Admission { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Convictions { get; set; }

    public IReadOnlyList<Choice> OrderChoices =>
    [
        .. choices.Of(Now).Orders.Union(Orders.Where(order => order != None)).Select(order => new Choice(order, Labels.Sentence(order.Replace('-', ' ')))),
        new(None, "None of these"),
    ];

    public Task<IActionResult> OnPostAsync()
    {
        if (Orders.Contains(None) && Orders.Count > 1)
        {
            Read.Fault(nameof(Orders), FaultWording.OrdersOrNone);
        }

        int? convictions = string.IsNullOrWhiteSpace(Convictions)
            ? null
            : Read.Number(nameof(Convictions), Convictions, "the number of previous convictions", 0, 1000);
        ImmutableArray<string>? orders = Orders switch { [] => null, [None] => [], _ => [.. Orders] };
        return Run(
            () => new ReferralCommand.RecordFacts(new EligibilityFacts(orders, Said(CoAccused), Said(Admission), Said(Evidence), convictions)),
            "The answers were saved.",
            Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordFacts>();

    protected override void Begin()
    {
        var facts = Agreement.Referral!.Facts;
        Orders = facts.CurrentOrders switch { null => [], { IsEmpty: true } => [None], { } orders => [.. orders] };
        CoAccused = Answer(facts.CoAccusedPending);
        Admission = Answer(facts.Admission);
        Evidence = Answer(facts.SufficientEvidence);
        Convictions = facts.PreviousConvictions is { } count ? $"{count}" : null;
    }

    private static bool? Said(string? answer) => answer switch { "yes" => true, "no" => false, _ => null };

    private static string? Answer(bool? fact) => fact switch { true => "yes", false => "no", null => null };
}
