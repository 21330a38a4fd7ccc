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
    public const int LongestReason = 2_000;

    private const string None = Vocabulary.None;

    [BindProperty]
    public List<string> Orders { get; set; } = [];

    [BindProperty]
    public string? CoAccused { get; set; }

    [BindProperty]
    public string? Convictions { get; set; }

    [BindProperty]
    public string? Route { get; set; }

    [BindProperty]
    public string? Admission { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? SourceReference { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? EvidentialTestBy { get; set; }

    [BindProperty]
    public string? PublicInterest { get; set; }

    [BindProperty]
    public string? Advice { get; set; }

    [BindProperty]
    public string? ProsecutorAuthority { get; set; }

    public static IReadOnlyList<Choice> Admissions { get; } = [.. Enum.GetValues<AdmissionAnswer>().Select(answer => new Choice($"{answer}", BasisWords.Of(answer)))];

    public static IReadOnlyList<Choice> Sources { get; } =
        [.. Enum.GetValues<EvidenceSource>().Select(source => new Choice($"{source}", BasisWords.Of(source), Reveals: "evidence-reference"))];

    public static IReadOnlyList<Choice> AdviceChoices { get; } = [.. Enum.GetValues<LegalAdvice>().Select(advice => new Choice($"{advice}", BasisWords.Of(advice)))];

    public IReadOnlyList<Choice> OrderChoices =>
    [
        .. choices.Of(Now).Orders.Select(order => new Choice(order.Code, order.Name)),
        new(None, "None of these", Exclusive: true),
    ];

    public IReadOnlyList<Choice> RouteChoices =>
        [.. choices.Of(Now).Routes.Select(route => new Choice(route.Id, route.Title, route.Admission.IsEmpty ? "No admission is needed." : $"The person must admit the offence {string.Join(" or ", route.Admission.Select(RouteDemands.InWords))}."))];

    /// <summary>An offence of the case is of a class for which one of the routes needs the authority.</summary>
    public bool AsksProsecutor => (Agreement.Referral!.FurtherOffences ?? []).Select(one => one.Offence).Prepend(Agreement.Referral.Offence)
        .Any(offence => choices.Of(Now).Routes.Any(route => route.ProsecutorAuthority.Contains(offence.Class)));

    public async Task<IActionResult> OnPostAsync()
    {
        if (Orders.Contains(None) && Orders.Count > 1)
        {
            Read.Fault(nameof(Orders), FaultWording.OrdersOrNone);
        }

        int? convictions = string.IsNullOrWhiteSpace(Convictions)
            ? null
            : Read.Number(nameof(Convictions), Convictions, "the number of previous convictions", 0, 1000);
        ImmutableArray<string>? orders = Orders is [] ? null : [.. Orders];
        var facts = new EligibilityFacts(orders, Said(CoAccused), Chosen<AdmissionAnswer>(nameof(Admission), Admission, "what the person says to the offence"), Said(Evidence), convictions)
        {
            Route = Read.OptionalText(nameof(Route), Route, "how the offence is dealt with"),
            Evidence = Chosen<EvidenceSource>(nameof(Source), Source, "what the evidence is"),
            EvidenceReference = Read.OptionalReference(nameof(SourceReference), SourceReference, "the reference of the evidence"),
            EvidentialTestBy = Evidence is null ? null : Read.OptionalText(nameof(EvidentialTestBy), EvidentialTestBy, "who decided that"),
            PublicInterest = Read.OptionalText(nameof(PublicInterest), PublicInterest, "the public interest reasons", LongestReason),
            LegalAdvice = Chosen<LegalAdvice>(nameof(Advice), Advice, "whether legal advice was taken"),
            ProsecutorAuthority = Read.OptionalReference(nameof(ProsecutorAuthority), ProsecutorAuthority, "the reference of the authority"),
        };
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
        return await Run(
            () => new ReferralCommand.RecordFacts(facts),
            open.Length == 0 ? "Answers saved." : $"Answers saved. You did not answer: {string.Join(", ", open)}.",
            Tasks,
            code => code switch
            {
                RefusalCode.WordUnknown or RefusalCode.NoneWithOthers => nameof(Orders),
                RefusalCode.RouteUnknown or RefusalCode.RouteNotOpen => nameof(Route),
                RefusalCode.DecisionMakerIsOfficer => nameof(EvidentialTestBy),
                _ => null,
            });
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordFacts>();

    protected override void Begin()
    {
        var facts = Agreement.Referral!.Facts;
        Orders = facts.CurrentOrders switch { null => [], { IsEmpty: true } => [None], { } orders => [.. orders] };
        CoAccused = FormReading.Chosen(facts.CoAccusedPending);
        Convictions = facts.PreviousConvictions is { } count ? $"{count}" : null;
        Route = facts.Route ?? (RouteChoices is [var usual, ..] ? usual.Value : null);
        Admission = $"{facts.Admission}";
        Source = $"{facts.Evidence}";
        SourceReference = facts.EvidenceReference;
        Evidence = FormReading.Chosen(facts.SufficientEvidence);
        EvidentialTestBy = facts.EvidentialTestBy;
        PublicInterest = facts.PublicInterest;
        Advice = $"{facts.LegalAdvice}";
        ProsecutorAuthority = facts.ProsecutorAuthority;
    }

    private T? Chosen<T>(string field, string? chosen, string what) where T : struct, Enum =>
        string.IsNullOrWhiteSpace(chosen) ? null : Read.Choice<T>(field, chosen, what);

    private static bool? Said(string? answer) => answer switch { "yes" => true, "no" => false, _ => null };
}
