using Diversion.Casework.Conditions;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;

namespace Diversion.NewKind.Tests.WrittenApology;

internal sealed class WrittenApologyDescriptor : ConditionDescriptor
{
    public override ConditionKind Kind => WrittenApologyTerms.Apology;

    public override string Hint => "The person writes to whom they harmed.";

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) => "Write to say that you are sorry.";

    internal override string Plain(Condition condition, SchemeRules scheme) => "Write to say that you are sorry.";

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) => ["Your key worker reads it with you and sends it."];

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<WrittenApologyEvent.WrittenApologyBegan>("written-apology.began"),
        EventEntry.Of<WrittenApologyEvent.ApologySent>("written-apology.sent"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        WrittenApologyEvent.WrittenApologyBegan e => $"The condition written apology began; it is sent by {Words.Moment(e.Send.Due)}.",
        WrittenApologyEvent.ApologySent e => $"The apology was sent on {Words.Date(e.On)}.",
        _ => throw new InvalidOperationException(),
    };

    internal override Beginning? Began(ConditionKindEvent happened) =>
        happened is WrittenApologyEvent.WrittenApologyBegan e ? new(e.ConditionId, new WrittenApologyTerms(), e.Send) : null;

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state) =>
        [("Sent to the victim", ((WrittenApologyCondition)state).SentOn is { } on ? Words.Date(on) : "Not yet")];

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(WrittenApologyRules.SendBy, "send", "the sending of the apology", new("Send the written apology", "Read it with the person and send it.")) { Work = WorkKind.SetUp },
    ];

    internal override string? Next(Condition condition, string rule) => CommandCatalogue.NameOf<WrittenApologyCommand.SendApology>();

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Record that the apology was sent", "The apology was recorded.", answers => new WrittenApologyCommand.SendApology(answers.Condition, answers.Day)) with
        {
            Day = new("When was it sent?", "the day that it was sent"),
        },
    ];
}
