using System.Collections.Immutable;
using Diversion.Casework.Eligibility;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The facts for eligibility rules that no other page records. A question that is not answered keeps its earlier answer.</summary>
public sealed class RecordFactsModel(ReferralChoicesQuery choices) : EnrolmentPage
{
    private const string None = Vocabulary.None;

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
        .. choices.Of(Now).Orders.Select(order => new Choice(order.Code, order.Name)),
        new(None, "None of these", Exclusive: true),
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
        ImmutableArray<string>? orders = Orders is [] ? null : [.. Orders];
        var facts = new EligibilityFacts(orders, Said(CoAccused), Said(Admission), Said(Evidence), convictions);
        if (ModelState.IsValid && facts == EligibilityFacts.None)
        {
            Read.Fault(nameof(Orders), "Answer at least one question");
        }

        var open = new (string Question, bool Answered)[]
        {
            ("current orders", facts.CurrentOrders is not null),
            ("co-accused", facts.CoAccusedPending is not null),
            ("admission", facts.Admission is not null),
            ("evidence", facts.SufficientEvidence is not null),
            ("previous convictions", facts.PreviousConvictions is not null),
        }.Where(one => !one.Answered).Select(one => one.Question).ToArray();
        return Run(
            () => new ReferralCommand.RecordFacts(facts),
            open.Length == 0 ? "Answers saved. Every question is answered." : $"Answers saved. You did not answer: {string.Join(", ", open)}.",
            Tasks,
            code => code is RefusalCode.WordUnknown or RefusalCode.NoneWithOthers ? nameof(Orders) : null);
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
