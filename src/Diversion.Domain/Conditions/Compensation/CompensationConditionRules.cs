using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.Compensation;

internal sealed class CompensationConditionRules : ConditionRules
{
    private const int MostPence = 1_000_000;
    private const int MostPayments = 12;
    private const int MostWeeks = 52;

    public override ConditionKind Kind => ConditionKind.Compensation;

    public override Type TermsType => typeof(ConditionTerms.Compensation);

    public override Type ConditionType => typeof(CompensationCondition);

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<CompensationCommand.RecordPayment>("record-payment", "compensation", CommandRoles.Supervising),
        CommandEntry.Of<CompensationCommand.TakeBackPayment>("take-back-payment", "compensation", CommandRoles.Supervising),
    ];

    /// <summary>Nothing falls due apart from the payments, which are obligations.</summary>
    public override bool HasTrack => false;

    /// <summary>What is not paid is the person's to answer for; a lead who knows why decides.</summary>
    public override bool FallsToParticipant(Condition condition, SchemeRules scheme) => ((CompensationCondition)condition).OwedPence > 0;

    public override string? Explain(string rule, SchemeRules scheme) =>
        rule == RuleIds.CompensationPayment ? "Compensation is paid by the days that follow from the agreement." : null;

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.Compensation(1_000, 1, 1)];

    public override Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme)
    {
        var own = (ConditionTerms.Compensation)terms;
        if (state.Victim.HasVictim != true)
        {
            return new Refusal.RuleForbids(RefusalCode.VictimNone, "Compensation needs a victim. Record the victim, or choose another condition.");
        }

        if (own.Pence is < 1 or > MostPence)
        {
            return new Refusal.Invalid(RefusalCode.AmountInvalid, $"Compensation is an amount from {MoneyText.Of(1)} to {MoneyText.Of(MostPence)}, given in pence.");
        }

        return own.Payments is < 1 or > MostPayments || own.EveryWeeks is < 1 or > MostWeeks || own.Payments > own.Pence
            ? new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"Compensation is paid in 1 to {MostPayments} payments, one every 1 to {MostWeeks} weeks.")
            : null;
    }

    public override Refusal? CheckDates(ConditionTerms terms, LocalDate from, LocalDate lastDay)
    {
        var own = (ConditionTerms.Compensation)terms;
        var last = from.PlusWeeks(own.Payments * own.EveryWeeks);
        return last <= lastDay
            ? null
            : new Refusal.RuleForbids(
                RefusalCode.InstalmentsBeyondTerm,
                $"{(own.Payments == 1 ? "The payment" : $"The last of {own.Payments} payments, one every {Weeks(own.EveryWeeks)},")} would be due on {Words.Date(last)}, after the last day of the agreement, {Words.Date(lastDay)}. Agree fewer payments, or a shorter time between them.");
    }

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from)
    {
        var own = (ConditionTerms.Compensation)terms;
        var each = own.Pence / own.Payments;
        context.Raise(new CompensationEvent.CompensationBegan(
            id,
            own.Pence,
            own.EveryWeeks,
            [
                .. Enumerable.Range(1, own.Payments).Select(number => new Instalment(
                    number,
                    number == own.Payments ? own.Pence - (each * (own.Payments - 1)) : each,
                    context.AtCloseOf(RuleIds.CompensationPayment, from.PlusWeeks(number * own.EveryWeeks)))),
            ]));
    }

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now) =>
    [
        new CompensationCommand.RecordPayment(condition.Id, CandidateCommands.NewId, "0.01", WorkingCalendar.DateOf(now), "An example of a receipt."),
        .. ((CompensationCondition)condition).Payments.Select(payment => new CompensationCommand.TakeBackPayment(condition.Id, payment.Id)),
    ];

    public override Refusal? Decide(DecisionContext context, ConditionCommand command) => command switch
    {
        CompensationCommand.RecordPayment c => Pay(context, c),
        _ => TakeBack(context, (CompensationCommand.TakeBackPayment)command),
    };

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        CompensationEvent.CompensationBegan e => e.Instalments.Aggregate(
            state.With(new CompensationCondition(e.ConditionId, e.Pence, e.EveryWeeks, e.Instalments) { Status = ConditionStatus.InProgress }),
            (left, instalment) => left.WithObligation(CompensationCondition.ObligationId(e.ConditionId, instalment.Number), e.ConditionId, instalment.By, Addressee.KeyWorker)),
        CompensationEvent.PaymentRecorded e => Paid(state, state.Condition<CompensationCondition>(e.ConditionId) is var before
            ? before with { Payments = before.Payments.Add(new Payment(e.PaymentId, e.Pence, e.On, e.Receipt)) }
            : null!),
        CompensationEvent.PaymentTakenBack e => state.With(state.Condition<CompensationCondition>(e.ConditionId) is var before
            ? before with { Payments = before.Payments.RemoveAll(payment => payment.Id == e.PaymentId) }
            : null!),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) => !IsUndone(condition);

    public override bool IsUndone(Condition condition) => ((CompensationCondition)condition).OwedPence > 0;

    public override IEnumerable<(string Obligation, Deadline Deadline)> DueAgain(DecisionContext context, Condition condition) =>
        ((CompensationCondition)condition).Open.Select(instalment => (CompensationCondition.ObligationId(condition.Id, instalment.Number), instalment.By));

    private static AgreementState Paid(AgreementState state, CompensationCondition after)
    {
        var open = after.Open.Select(instalment => instalment.Number).ToHashSet();
        return after.Instalments.Where(instalment => !open.Contains(instalment.Number)).Aggregate(
            state.With(after), (left, instalment) => left.Settled(CompensationCondition.ObligationId(after.Id, instalment.Number)));
    }

    private static Refusal? Pay(DecisionContext context, CompensationCommand.RecordPayment command)
    {
        if (ConditionGate.Running<CompensationCondition>(context, command.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        if (MoneyText.Read(command.Amount) is not { IsRead: true, Value: > 0 and var pence })
        {
            return new Refusal.Invalid(RefusalCode.AmountInvalid, $"The amount is {MoneyText.Form}. Correct it.") { Field = "amount" };
        }

        if (condition.Payments.FirstOrDefault(payment => payment.Id == command.PaymentId) is { } known)
        {
            return known == new Payment(command.PaymentId, pence, command.On, command.Receipt.Trim())
                ? null
                : new Refusal.WrongState(RefusalCode.PaymentExists, "A payment with this id was recorded before. Take that one back, or record this one under a new id.");
        }

        if (ConditionGate.Open<CompensationCondition>(context, command.ConditionId, out _) is { } closed)
        {
            return closed;
        }

        if (ConditionGate.Happened(context, command.On) is { } fault)
        {
            return fault;
        }

        if (pence > condition.OwedPence)
        {
            return new Refusal.RuleForbids(
                RefusalCode.PaymentTooLarge, $"{MoneyText.Of(pence)} is more than the {MoneyText.Of(condition.OwedPence)} that is still to be paid. Check the amount.");
        }

        context.Raise(new CompensationEvent.PaymentRecorded(condition.Id, command.PaymentId, pence, command.On, command.Receipt.Trim(), context.Now));
        return null;
    }

    private static Refusal? TakeBack(DecisionContext context, CompensationCommand.TakeBackPayment command)
    {
        if (ConditionGate.Running<CompensationCondition>(context, command.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        if (condition.Payments.FirstOrDefault(payment => payment.Id == command.PaymentId) is not { } known)
        {
            return new Refusal.Unknown(RefusalCode.PaymentUnknown, "There is no such payment of this condition. Open the case and choose one there.");
        }

        if (!condition.IsOpen && condition.Status != ConditionStatus.Kept)
        {
            return new Refusal.WrongState(RefusalCode.ConditionClosed, $"The condition {Words.Of(condition.Kind)} has ended ({Words.Of(condition.Status)}). Nothing was changed.");
        }

        context.Raise(new CompensationEvent.PaymentTakenBack(condition.Id, known.Id, known.Pence, context.Now));
        Reopening.Follow(context, condition.Id);
        return null;
    }

    private static string Weeks(int weeks) => weeks == 1 ? "week" : $"{weeks} weeks";
}
