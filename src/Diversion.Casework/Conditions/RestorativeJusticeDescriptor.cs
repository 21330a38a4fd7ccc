using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class RestorativeJusticeDescriptor : ConditionDescriptor
{
    private const string Told = "Help to put things right with the person you harmed, if they want to. Someone will talk with you about it first.";

    private const string Declines = "declines";

    private static readonly StepAnswer[] Processes =
    [
        new(nameof(RestorativeProcess.Conference), "A conference", "They meet, with a facilitator."),
        new(nameof(RestorativeProcess.IndirectExchange), "An indirect exchange", "The facilitator carries messages between them."),
        new(nameof(RestorativeProcess.Letter), "A letter"),
    ];

    public override ConditionKind Kind => ConditionKind.RestorativeJustice;

    public override string Hint => "Voluntary for the victim at every step.";

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) => Told;

    internal override string Plain(Condition condition, SchemeRules scheme) => Told;

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) =>
        [$"{((ConditionTerms.RestorativeJustice)terms).Facilitator.Name} will talk with you. If the other person does not want to take part, that is never counted against you."];

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<RestorativeJusticeEvent.RestorativeJusticeBegan>("restorative-justice.began", 2),
        EventEntry.Of<RestorativeJusticeEvent.VictimContacted>("restorative-justice.victim-contacted"),
        EventEntry.Of<RestorativeJusticeEvent.VictimAnswered>("restorative-justice.victim-answered"),
        EventEntry.Of<RestorativeJusticeEvent.VictimWithdrew>("restorative-justice.victim-withdrew"),
        EventEntry.Of<RestorativeJusticeEvent.VictimChangedMind>("restorative-justice.victim-changed-mind"),
        EventEntry.Of<RestorativeJusticeEvent.ParticipantPrepared>("restorative-justice.participant-prepared"),
        EventEntry.Of<RestorativeJusticeEvent.RestorativeProcessHeld>("restorative-justice.restorative-process-held"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        RestorativeJusticeEvent.RestorativeJusticeBegan e => $"The condition restorative justice began with {e.Facilitator.Name}; its victim is contacted by {Wording.At(e.Contact.Due)}.",
        RestorativeJusticeEvent.VictimContacted e => $"The victim was contacted on {Words.Date(e.On)}; an answer is recorded by {Wording.At(e.Answer.Due)}.",
        RestorativeJusticeEvent.VictimAnswered e => e.Accepts
            ? $"The victim takes part{(e.Process is { } process ? $": {Words.Of(process)}" : "")}."
            : "The victim does not take part.",
        RestorativeJusticeEvent.VictimWithdrew => "The victim withdrew from the restorative process.",
        RestorativeJusticeEvent.VictimChangedMind e => $"The victim changed their mind: they {(e.Wants ? "want restorative justice" : "do not want restorative justice any more")}.{(e.Answer is { } answer ? $" Their answer is recorded by {Wording.At(answer.Due)}." : "")}",
        RestorativeJusticeEvent.ParticipantPrepared e => $"The participant was prepared on {Words.Date(e.On)}.",
        RestorativeJusticeEvent.RestorativeProcessHeld e => $"The restorative process was held on {Words.Date(e.On)}: {Words.Of(e.Process)}.",
        _ => throw Wording.Missing(happened),
    };

    internal override Beginning? Began(ConditionKindEvent happened) => happened is RestorativeJusticeEvent.RestorativeJusticeBegan e
        ? new(e.ConditionId, new ConditionTerms.RestorativeJustice(e.Facilitator, e.Victim), e.Contact)
        : null;

    internal override string? Consequence(ConditionKindEvent happened, Func<string, string> titleOf, bool done) => happened is RestorativeJusticeEvent.VictimChangedMind e
        ? $"{titleOf(e.ConditionId)}: the victim changed their mind.{(e.Wants ? "" : " Nothing of it is held now.")}{(e.Answer is { } answer ? $" Their answer is to be recorded by {Wording.By(answer.Due)}." : "")} It never counts against the person."
        : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme)
    {
        var own = (RestorativeJusticeCondition)condition;
        return view with
        {
            RestorativeJustice = new RestorativeView(
                own.Facilitator.Name, own.ContactedOn, visible.SeesVictim(own.Victim) ? own.VictimTakesPart : null, own.Process, own.PreparedOn, own.HeldOn)
            {
                Victim = visible.SeesVictim(own.Victim) ? own.Victim : null,
                NewWish = visible.SeesVictim(own.Victim) ? own.NewWish : null,
            },
        };
    }

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state)
    {
        if (condition.RestorativeJustice is not { } restorative)
        {
            yield break;
        }

        yield return ("Facilitator", restorative.Facilitator);
        yield return ("Victim contacted", restorative.ContactedOn is { } contacted ? Words.Date(contacted) : "Not yet");
        if (restorative.VictimTakesPart is { } takesPart)
        {
            yield return ("Victim’s answer", takesPart ? "Takes part" : "Does not take part");
        }

        if (restorative.NewWish is { } wants)
        {
            yield return ("The victim changed their mind", wants ? "They want restorative justice" : "They do not want restorative justice now");
        }

        if (restorative.Process is { } process)
        {
            yield return ("As", Words.Sentence(Words.Of(process)));
        }

        yield return ("Participant prepared", restorative.PreparedOn is { } prepared ? Words.Date(prepared) : "Not yet");
        yield return ("Held", restorative.HeldOn is { } on ? Words.Date(on) : "Not yet");
    }

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(RuleIds.RestorativeContact, "contact", "the contact with the victim", new("Contact the victim about restorative justice", "Make the first contact and record the day. No is also an answer: record it.")) { Work = WorkKind.SetUp },
        new(RuleIds.RestorativeAnswer, "answer", "the victim's answer", new("Record the victim's answer on restorative justice", "Ask without pressing, and record the answer. No is also an answer.")),
        new(RuleIds.RestorativeHeld, "held", "the restorative meeting, exchange or letter", new("Hold the restorative conference, exchange or letter", "Record what was held. If it cannot be held, tell the lead, who can change the condition.")),
    ];

    internal override string? Next(Condition condition, string rule) => (RestorativeJusticeCondition)condition switch
    {
        { ContactedOn: null } => CommandCatalogue.NameOf<RestorativeJusticeCommand.RecordVictimContact>(),
        { NewWish: not null } or { VictimTakesPart: null } => CommandCatalogue.NameOf<RestorativeJusticeCommand.RecordVictimAnswer>(),
        { VictimTakesPart: true, PreparedOn: null } => CommandCatalogue.NameOf<RestorativeJusticeCommand.RecordPreparation>(),
        { VictimTakesPart: true } => CommandCatalogue.NameOf<RestorativeJusticeCommand.RecordRestorativeOutcome>(),
        _ => null,
    };

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Record the contact with the victim", "The contact was recorded.", answers =>
            new RestorativeJusticeCommand.RecordVictimContact(answers.Condition, answers.Day)) with
        {
            Explain = "This is the first contact about restorative justice. Next, record their answer.",
            Button = "Record the contact",
            Day = new("When was the victim contacted?", "the day of the contact"),
        },
        Step.Of("Record the victim’s answer", "The victim’s answer was recorded.", answers => answers.Chosen == Declines
            ? new RestorativeJusticeCommand.RecordVictimAnswer(answers.Condition, false)
            : new RestorativeJusticeCommand.RecordVictimAnswer(answers.Condition, true, answers.Choice<RestorativeProcess>())) with
        {
            Explain = "The victim is free to say yes or no, and to change their mind at any time: record the latest answer. A no never counts against the participant. A lead then replaces or waives the condition.",
            Button = "Record the answer",
            Choice = new("What would the victim take part in?", "what the victim would take part in", [.. Processes, new StepAnswer(Declines, "Nothing: they decline")]),
        },
        Step.Of("Record that the victim withdrew", "The victim’s withdrawal was recorded.", answers =>
            new RestorativeJusticeCommand.RecordVictimWithdrawal(answers.Condition)) with
        {
            Warning = "The restorative process stops. This never counts against the participant: a lead replaces or waives the condition. If the victim changes their mind before that, record their new answer.",
            Button = "Record the withdrawal",
            Reason = new("Anything they want us to know", "the reason", "Record only what the victim wants us to keep.", Optional: true),
        },
        Step.Of("Record the preparation", "The preparation was recorded.", answers =>
            new RestorativeJusticeCommand.RecordPreparation(answers.Condition, answers.Day)) with
        {
            Explain = "The participant has been prepared for the meeting, exchange or letter.",
            Day = new("When was the participant prepared?", "the day of the preparation"),
        },
        Step.Of("Record the restorative meeting, exchange or letter", "The restorative outcome was recorded.", answers =>
            new RestorativeJusticeCommand.RecordRestorativeOutcome(answers.Condition, answers.Choice<RestorativeProcess>(), answers.Day)) with
        {
            Button = "Record what took place",
            Choice = new("What took place?", "what took place", Processes),
            Day = new("When?", "the day that it was held"),
        },
    ];
}
