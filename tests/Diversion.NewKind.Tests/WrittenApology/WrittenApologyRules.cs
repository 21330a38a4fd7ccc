using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.NewKind.Tests.WrittenApology;

internal abstract record WrittenApologyCommand : ConditionCommand
{
    public override ConditionKind Kind => WrittenApologyTerms.Apology;

    public sealed record SendApology(string ConditionId, LocalDate On) : WrittenApologyCommand
    {
        internal override CommandSubject Subject => new(ConditionId);
    }
}

internal abstract record WrittenApologyEvent : ConditionKindEvent
{
    public override ConditionKind Kind => WrittenApologyTerms.Apology;

    public sealed record WrittenApologyBegan(string ConditionId, Deadline Send) : WrittenApologyEvent;

    public sealed record ApologySent(string ConditionId, LocalDate On) : WrittenApologyEvent;
}

internal sealed class WrittenApologyRules : ConditionRules
{
    public const string SendBy = "written-apology.send";

    public override ConditionKind Kind => WrittenApologyTerms.Apology;

    public override Type TermsType => typeof(WrittenApologyTerms);

    public override Type ConditionType => typeof(WrittenApologyCondition);

    public override ImmutableArray<CommandEntry> Commands { get; } =
        [CommandEntry.Of<WrittenApologyCommand.SendApology>("send-apology", "written-apology", CommandRoles.Supervising)];

    public override string? Explain(string rule, SchemeRules scheme) => rule == SendBy ? "The apology is sent within 3 working days of signing." : null;

    public override IEnumerable<ConditionTerms> ExampleTerms => [new WrittenApologyTerms()];

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now) =>
        [new WrittenApologyCommand.SendApology(condition.Id, WorkingCalendar.DateOf(now))];

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from) =>
        context.Raise(new WrittenApologyEvent.WrittenApologyBegan(id, context.InWorkingDays(SendBy, 3, from)));

    public override Refusal? Decide(DecisionContext context, ConditionCommand command)
    {
        var send = (WrittenApologyCommand.SendApology)command;
        if (ConditionGate.Open<WrittenApologyCondition>(context, send.ConditionId, out _) is { } refused)
        {
            return refused;
        }

        if (ConditionGate.Happened(context, send.On) is { } fault)
        {
            return fault;
        }

        context.Raise(new WrittenApologyEvent.ApologySent(send.ConditionId, send.On));
        return null;
    }

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        WrittenApologyEvent.WrittenApologyBegan e => state
            .With(new WrittenApologyCondition(e.ConditionId))
            .WithObligation($"{e.ConditionId}/send", e.ConditionId, e.Send, Addressee.KeyWorker),
        WrittenApologyEvent.ApologySent e => state
            .With(state.Condition<WrittenApologyCondition>(e.ConditionId) with { SentOn = e.On })
            .Settled($"{e.ConditionId}/send"),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) =>
        ((WrittenApologyCondition)condition).SentOn is not null;
}
