using System.Collections.Immutable;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Schemes;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

/// <summary>
/// The facts for eligibility rules that nothing else records, as typed. A question that is not answered keeps its earlier
/// answer.
/// </summary>
public sealed class FactsForm
{
    public const int LongestReason = 2_000;

    private const string None = Vocabulary.None;

    /// <summary>Not one of the scheme's orders, and asked with them: each of them speaks against it.</summary>
    private const string CoAccused = "co-accused";

    /// <summary>Codes of orders, "co-accused", or "none".</summary>
    public List<string> Orders { get; set; } = [];

    public string? Convictions { get; set; }

    public string? Route { get; set; }

    public string? Admission { get; set; }

    /// <summary>Most have an interview; it is recorded together with its reference.</summary>
    public string? Source { get; set; } = $"{EvidenceSource.Interview}";

    public string? SourceReference { get; set; }

    public string? Evidence { get; set; }

    public string? EvidentialTestBy { get; set; }

    public string? PublicInterest { get; set; }

    public string? Advice { get; set; }

    public string? ProsecutorAuthority { get; set; }

    public static IReadOnlyList<Choice> Admissions { get; } = [.. Enum.GetValues<AdmissionAnswer>().Select(answer => new Choice($"{answer}", BasisWords.Of(answer)))];

    public static IReadOnlyList<Choice> Sources { get; } = [.. Enum.GetValues<EvidenceSource>().Select(source => new Choice($"{source}", BasisWords.Of(source)))];

    public static IReadOnlyList<Choice> AdviceChoices { get; } = [.. Enum.GetValues<LegalAdvice>().Select(advice => new Choice($"{advice}", BasisWords.Of(advice)))];

    public static IReadOnlyList<Choice> OrderChoices(ReferralChoices choices) =>
    [
        .. choices.Orders.Select(order => new Choice(order.Code, order.Name)),
        new(CoAccused, "A co-accused person’s case is still pending"),
        new(None, "None of these", Exclusive: true),
    ];

    public static IReadOnlyList<Choice> RouteChoices(ReferralChoices choices) =>
        [.. choices.Routes.Select(route => new Choice(route.Id, route.Title, route.Admission.IsEmpty ? "No admission is needed." : $"The person must admit the offence {string.Join(" or ", route.Admission.Select(RouteDemands.InWords))}."))];

    /// <summary>An offence of the case is of a class for which one of the routes needs the authority.</summary>
    public static bool AsksProsecutor(ReferralView referral, ReferralChoices choices) => (referral.FurtherOffences ?? []).Select(one => one.Offence).Prepend(referral.Offence)
        .Any(offence => choices.Routes.Any(route => route.ProsecutorAuthority.Contains(offence.Class)));

    public static FactsForm Of(EligibilityFacts facts, ReferralChoices choices) => new()
    {
        // With only one of the two answers recorded the question is still open.
        Orders = (facts.CurrentOrders, facts.CoAccusedPending) switch
        {
            ({ } orders, { } pending) => orders.IsEmpty && !pending ? [None] : pending ? [.. orders, CoAccused] : [.. orders],
            _ => [],
        },
        Convictions = facts.PreviousConvictions is { } count ? $"{count}" : null,
        Route = facts.Route ?? (choices.Routes is [var usual, ..] ? usual.Id : null),
        Admission = $"{facts.Admission}",
        Source = $"{facts.Evidence ?? EvidenceSource.Interview}",
        SourceReference = facts.EvidenceReference,
        Evidence = FormReading.Chosen(facts.SufficientEvidence),
        EvidentialTestBy = facts.EvidentialTestBy,
        PublicInterest = facts.PublicInterest,
        Advice = $"{facts.LegalAdvice}",
        ProsecutorAuthority = facts.ProsecutorAuthority,
    };

    /// <param name="at">The name of the page's property, with a dot.</param>
    public EligibilityFacts Read(FormReading read, string at)
    {
        if (Orders.Contains(None) && Orders.Count > 1)
        {
            read.Fault(at + nameof(Orders), FaultWording.OrdersOrNone);
        }

        int? convictions = string.IsNullOrWhiteSpace(Convictions)
            ? null
            : read.Number(at + nameof(Convictions), Convictions, "the number of previous convictions", 0, 1000);
        ImmutableArray<string>? orders = Orders is [] ? null : [.. Orders.Where(order => order != CoAccused)];
        bool? pending = Orders is [] ? null : Orders.Contains(CoAccused);
        bool? sufficient = Evidence switch { "yes" => true, "no" => false, _ => null };
        var reference = read.OptionalReference(at + nameof(SourceReference), SourceReference, "the reference of the evidence");
        var source = Chosen<EvidenceSource>(read, at + nameof(Source), Source, "what the evidence is");
        return new EligibilityFacts(orders, pending, Chosen<AdmissionAnswer>(read, at + nameof(Admission), Admission, "what the person says to the offence"), sufficient, convictions)
        {
            Route = read.OptionalText(at + nameof(Route), Route, "how the offence is dealt with"),
            Evidence = reference is null && source == EvidenceSource.Interview ? null : source,
            EvidenceReference = reference,
            EvidentialTestBy = Evidence is null ? null : read.OptionalText(at + nameof(EvidentialTestBy), EvidentialTestBy, "who decided that"),
            PublicInterest = read.OptionalText(at + nameof(PublicInterest), PublicInterest, "the public interest reasons", LongestReason),
            LegalAdvice = Chosen<LegalAdvice>(read, at + nameof(Advice), Advice, "whether legal advice was taken"),
            ProsecutorAuthority = read.OptionalReference(at + nameof(ProsecutorAuthority), ProsecutorAuthority, "the reference of the authority"),
        };
    }

    /// <summary>The questions that every case has and that are not answered.</summary>
    public static IReadOnlyList<string> Open(EligibilityFacts facts) =>
    [
        .. new (string Question, bool Answered)[]
        {
            ("current orders and co-accused", facts.CurrentOrders is not null),
            ("admission", facts.Admission is not null),
            ("evidence", facts.SufficientEvidence is not null),
            ("previous convictions", facts.PreviousConvictions is not null),
        }.Where(one => !one.Answered).Select(one => one.Question),
    ];

    /// <summary>The field that a refusal is about.</summary>
    public static string? FieldOf(string code, string at) => code switch
    {
        RefusalCode.WordUnknown or RefusalCode.NoneWithOthers => at + nameof(Orders),
        RefusalCode.RouteUnknown or RefusalCode.RouteNotOpen => at + nameof(Route),
        RefusalCode.DecisionMakerIsOfficer => at + nameof(EvidentialTestBy),
        _ => null,
    };

    private static T? Chosen<T>(FormReading read, string field, string? chosen, string what) where T : struct, Enum =>
        string.IsNullOrWhiteSpace(chosen) ? null : read.Choice<T>(field, chosen, what);
}
