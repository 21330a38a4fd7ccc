using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class ApologyDescriptor : ConditionDescriptor
{
    private const string Told = "Write a letter to say that you are sorry. Someone reads it with you before anybody else gets it.";
    private const string Fit = "fit";

    public override ConditionKind Kind => ConditionKind.Apology;

    public override string Hint => "Written by the person, checked, and given to the victim only if they want it.";

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) => Told;

    internal override string Plain(Condition condition, SchemeRules scheme) => Told;

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) =>
    [
        "Write it by the middle of this agreement. Your key worker can help you. If the other person does not want the letter, you have still done your part.",
    ];

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<ApologyEvent.ApologyBegan>("letter-of-apology.began"),
        EventEntry.Of<ApologyEvent.LetterWritten>("letter-of-apology.written"),
        EventEntry.Of<ApologyEvent.LetterChecked>("letter-of-apology.checked"),
        EventEntry.Of<ApologyEvent.LetterEnded>("letter-of-apology.ended"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        ApologyEvent.ApologyBegan e => $"The condition letter of apology began{(e.Facilitator is { } facilitator ? $"; {facilitator.Name} checks the letter" : "")}. It is written by {Wording.At(e.Written.Due)}.",
        ApologyEvent.LetterWritten e => $"The letter of apology was written on {Words.Date(e.On)}; it is checked by {Wording.At(e.Check.Due)}.",
        ApologyEvent.LetterChecked { Fit: true } e => $"The letter of apology was checked on {Words.Date(e.On)}; it is handed over or kept by {Wording.At(e.Next.Due)}.",
        ApologyEvent.LetterChecked e => $"The letter of apology was checked on {Words.Date(e.On)} and has to be written anew by {Wording.At(e.Next.Due)}.",
        ApologyEvent.LetterEnded { End: LetterEnd.HandedOver } e => $"The letter of apology was handed over on {Words.Date(e.On)}.",
        ApologyEvent.LetterEnded e => $"The letter of apology was kept with the case on {Words.Date(e.On)}.",
        _ => throw Wording.Missing(happened),
    };

    internal override Beginning? Began(ConditionKindEvent happened) =>
        happened is ApologyEvent.ApologyBegan e ? new(e.ConditionId, new ConditionTerms.LetterOfApology(e.Facilitator, e.Victim)) : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme)
    {
        var own = (ApologyCondition)condition;
        return view with { LetterOfApology = new LetterOfApologyView(own.Facilitator?.Name, own.WrittenOn, own.CheckedOn, own.Anew, own.End, own.EndedOn) };
    }

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state)
    {
        var own = (ApologyCondition)state;
        yield return ("Checked by", own.Facilitator?.Name ?? "The key worker");
        yield return ("Written", own.WrittenOn is { } written ? $"{Words.Date(written)}{(own.Anew ? ", to be written anew" : "")}" : "Not yet");
        yield return ("Checked", own.CheckedOn is { } read ? Words.Date(read) : "Not yet");
        yield return ("Handed over or kept", own is { End: { } end, EndedOn: { } on } ? $"{(end == LetterEnd.HandedOver ? "Handed over" : "Kept with the case")}, {Words.Date(on)}" : "Not yet");
    }

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(RuleIds.ApologyWritten, "written", "the writing of the letter of apology", new("The letter of apology", "Ask how far the person is and help them. Record the day on which it is written.")) { Command = CommandCatalogue.NameOf<ApologyCommand.RecordLetterWritten>() },
        new(RuleIds.ApologyChecked, "checked", "the check of the letter of apology", new("Check the letter of apology", "Read it: it must not blame the victim or tell them what they do not want to know. Record whether it can be given to them.")) { Command = CommandCatalogue.NameOf<ApologyCommand.CheckLetter>() },
        new(RuleIds.ApologyEnd, "end", "what becomes of the letter of apology", new("Hand over or keep the letter of apology", "Ask the victim whether they want it. Hand it over, or keep it with the case, and record which.")) { Command = CommandCatalogue.NameOf<ApologyCommand.RecordLetterEnd>() },
    ];

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Record that the letter was written", "It was recorded that the letter was written.", answers =>
            new ApologyCommand.RecordLetterWritten(answers.Condition, answers.Day)) with
        {
            Explain = "You can add the letter to the papers of the case.",
            Day = new("On which day was it written?", "the day that it was written"),
        },
        Step.Of("Record the check of the letter", "The check of the letter was recorded.", answers =>
            new ApologyCommand.CheckLetter(answers.Condition, answers.Day, answers.Chosen == Fit)) with
        {
            Explain = "The letter must not blame the victim, ask anything of them, or tell them what they do not want to know.",
            Choice = new("Can it be given to the victim?", "whether it can be given to the victim",
            [
                new StepAnswer(Fit, "Yes"),
                new StepAnswer("anew", "No, the person writes it anew"),
            ]),
            Day = new("On which day was it checked?", "the day of the check"),
        },
        Step.Of("Record what became of the letter", "It was recorded what became of the letter.", answers =>
            new ApologyCommand.RecordLetterEnd(answers.Condition, answers.Day, answers.Choice<LetterEnd>())) with
        {
            Choice = new("What became of it?", "what became of the letter",
            [
                new StepAnswer(nameof(LetterEnd.HandedOver), "It was handed over to the victim", "They said that they want it."),
                new StepAnswer(nameof(LetterEnd.Kept), "It is kept with the case", "The victim does not want it, or cannot be asked. It never counts against the person."),
            ]),
            Day = new("On which day?", "the day"),
        },
    ];
}
