using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Papers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Web.Forms;
using Diversion.Web.SignIn;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Decisions;

/// <summary>A proposed breach with everything that led to it, and the decision on it.</summary>
[FreshSignIn]
public sealed class DecideBreachModel(CaseFileQuery files, ChoicesQuery query, Rulebook rulebook) : ConditionsPage(query, rulebook)
{
    private const string Proposed = "breach.proposed";

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public TypedDate LastDay { get; set; } = new();

    [BindProperty]
    public string? Sure { get; set; }

    /// <summary>Ticked when the lead confirms although no charge can follow.</summary>
    [BindProperty]
    public string? TooLate { get; set; }

    /// <summary>Why a breach is confirmed before the person has answered.</summary>
    [BindProperty]
    public string? EarlyReason { get; set; }

    public override string Command => CommandCatalogue.NameOf<BreachCommand.DecideBreach>();

    public override string Button => "Decide the breach";

    /// <summary>Null when no breach is under review any more.</summary>
    public CaseFile? Contents { get; private set; }

    public ExtensionChoices? Limits { get; private set; }

    /// <summary>The waiting proposal: who, when and why.</summary>
    public TimelineItem? Proposal => Contents?.Decisions.LastOrDefault(item => item.Name == Proposed);

    public IReadOnlyList<Choice> Decisions =>
    [
        new($"{BreachDecision.Continue}", "Continue with a final warning", "The agreement goes on as it is."),
        new($"{BreachDecision.Vary}", "Continue with other conditions", IsChangeable ? "With the person’s agreement." : "Not possible now.", !IsChangeable, "decision-vary decision-agreed"),
        new($"{BreachDecision.Extend}", "Continue for longer", Limits?.Against ?? (Limits?.LatestDay is { } latest ? $"With the person’s agreement, until {When.Date(latest)} at the latest." : null), Limits?.LatestDay is null, "decision-extend decision-agreed"),
        new($"{BreachDecision.Confirm}", "Confirm the breach", "The agreement ends, and the case goes back to the police for charge.", Reveals: "decision-confirm"),
    ];

    public static IReadOnlyList<Choice> SureChoice { get; } = [new(Ticked, "I have read what led to it. The case goes back for charge")];

    public static IReadOnlyList<Choice> TooLateChoice { get; } = [new(Ticked, "I know that no charge can follow, and I still want to end the agreement")];

    /// <summary>The charge-by date, if it has passed.</summary>
    public LocalDate? ChargeByPassed => Agreement.Referral?.ChargeBy.Date is { } date && date < When.Today ? date : null;

    /// <summary>The person has not been heard, and the time for it is not over: the domain asks for a reason to confirm.</summary>
    public bool MayStillAnswer => Contents?.Hearings is [.., { Waits: true }];

    /// <summary>What a lead who wants to confirm now should know.</summary>
    public string AnswerAwaited => Agreement.Breach is { AnswerAwaited: true, AnswerUntil: { } until }
        ? $"The person may answer until {When.Moment(until)}, and has not answered yet. Wait for it, unless there is a reason to decide now."
        : "Nobody has recorded that the person was told about the proposed breach, so they could not answer. Tell them first, unless there is a reason to decide now.";

    private When When => Service<When>();

    public async Task<IActionResult> OnPostAsync()
    {
        var decision = string.IsNullOrEmpty(Decision) ? null : Read.Choice<BreachDecision>(nameof(Decision), Decision, "what you decide") as BreachDecision?;
        if (decision is null)
        {
            Read.Fault(nameof(Decision), FaultWording.Choose("what you decide"));
        }

        var added = decision is BreachDecision.Vary ? await ReadAdded() : [];
        LocalDate? lastDay = decision is BreachDecision.Extend ? ReadLastDay() : null;
        var agreed = decision is BreachDecision.Vary or BreachDecision.Extend ? ReadAgreement() : default;
        var command = decision switch
        {
            BreachDecision.Vary => new BreachCommand.DecideBreach(BreachDecision.Vary, null, added, Removed, true, agreed.On, agreed.How),
            BreachDecision.Extend => new BreachCommand.DecideBreach(BreachDecision.Extend, lastDay, ParticipantAgreed: true, AgreedOn: agreed.On, AgreedHow: agreed.How),
            BreachDecision.Confirm => new BreachCommand.DecideBreach(
                BreachDecision.Confirm,
                AfterChargeBy: TooLate == Ticked,
                EarlyReason: Read.OptionalText(nameof(EarlyReason), EarlyReason, "why you decide before the person has answered", LongestReason)),
            { } other => new BreachCommand.DecideBreach(other),
            null => null,
        };
        if (decision == BreachDecision.Confirm && Sure != Ticked)
        {
            Read.Fault(nameof(Sure), FaultWording.Confirm);
        }

        var reason = ReadReason();
        return await Run(() => command! with { Reason = reason }, Done(decision), code => FieldOf(code, decision));
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => Decisions
        .Where(choice => !choice.Disabled)
        .Select(choice => ((string?)choice.Text, Example(Enum.Parse<BreachDecision>(choice.Value))));

    private AgreementCommand Example(BreachDecision decision) => decision switch
    {
        BreachDecision.Vary => new BreachCommand.DecideBreach(decision, Remove: [.. Removable.Select(one => one.Id).Take(1)], ParticipantAgreed: true),
        BreachDecision.Extend => new BreachCommand.DecideBreach(decision, Limits!.LatestDay, ParticipantAgreed: true),
        _ => new BreachCommand.DecideBreach(decision, AfterChargeBy: true, EarlyReason: "An example of a reason to decide earlier."),
    };

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other)
        {
            return other;
        }

        Contents = await files.Of(CaseFileKind.Breach, Reference, AccessRequest, Cancellation) is Reply<CaseFile>.Given { Value: var file } ? file : null;
        Limits = await ReadLimits();
        return null;
    }

    private LocalDate ReadLastDay() => Read.Date(nameof(LastDay), LastDay, "the new last day");

    private static string? FieldOf(string code, BreachDecision? decision) => decision switch
    {
        BreachDecision.Extend => ExtendModel.FieldOf(code),
        BreachDecision.Vary => FieldOf(code),
        BreachDecision.Confirm when code == RefusalCode.ChargeByPassed => nameof(TooLate),
        BreachDecision.Confirm when code is RefusalCode.AnswerAwaited or RefusalCode.ReasonTooShort => nameof(EarlyReason),
        _ => null,
    };

    private static string Done(BreachDecision? decision) => decision switch
    {
        BreachDecision.Confirm => "The breach was confirmed.",
        BreachDecision.Continue => "The agreement goes on with a final warning.",
        BreachDecision.Vary => "The agreement goes on with other conditions.",
        _ => "The agreement goes on for longer.",
    };
}
