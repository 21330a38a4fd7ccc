using Diversion.Domain.Agreements;

namespace Diversion.Domain.ExitPlans;

/// <summary>
/// What goes on after the last day. It never changes the status, and nothing of it is a failure. It may be written and agreed
/// for a while after the agreement was completed, too.
/// </summary>
public abstract record ExitPlanCommand : AgreementCommand
{
    private ExitPlanCommand()
    {
    }

    internal override bool AfterEnd => true;

    /// <summary>Something goes on after the last day. The first one begins the plan; the same content again changes nothing.</summary>
    /// <param name="With">A person, a service or both.</param>
    /// <param name="FirstOn">The first date after the last day, where one is fixed.</param>
    public sealed record PlanContinuation(string What, string With, LocalDate? FirstOn = null) : ExitPlanCommand
    {
        internal override void Inspect(TextInspection texts)
        {
            texts.Line("what", What, required: true);
            texts.Line("with", With, required: true);
        }
    }

    /// <summary>It does not go on after all.</summary>
    public sealed record RemoveContinuation(int Number) : ExitPlanCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override bool NeedsReason => true;
    }

    /// <summary>The person agrees to the plan. Other content than before corrects it.</summary>
    /// <param name="On">The day of the conversation.</param>
    /// <param name="Caller">Who rings the person after the end.</param>
    public sealed record AgreeExitPlan(LocalDate On, string Caller) : ExitPlanCommand
    {
        internal override void Inspect(TextInspection texts) => texts.Line("caller", Caller, required: true);
    }

    /// <summary>Who goes on with the person has met them, before the end. Other content than before corrects it.</summary>
    /// <param name="Number">Of what goes on, from 1.</param>
    public sealed record RecordWarmHandover(int Number, LocalDate On, string Who) : ExitPlanCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Number));

        internal override void Inspect(TextInspection texts) => texts.Line("who", Who, required: true);
    }

    /// <summary>The person was rung after the end.</summary>
    /// <param name="Weeks">Which call: so many weeks after the last day.</param>
    /// <param name="Said">What came of it.</param>
    public sealed record RecordFollowUpCall(int Weeks, CallResult Result, LocalDate On, string? Said = null) : ExitPlanCommand
    {
        internal override CommandSubject Subject => new(Item: CommandSubject.Numbered(Weeks));

        internal override void Inspect(TextInspection texts) => texts.Prose("said", Said);
    }
}
