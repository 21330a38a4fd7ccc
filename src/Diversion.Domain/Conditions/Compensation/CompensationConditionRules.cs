using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.Compensation;

internal sealed class CompensationConditionRules : ConditionRules
{
    private const int MostPence = 1_000_000;

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
    public override bool FallsToParticipant(Condition condition, SchemeRules scheme) => condition is CompensationCondition { OwedPence: > 0, Unwanted: false };

    public override Refusal? NotTheirs(AgreementState state, Condition condition) => condition is CompensationCondition { Unwanted: true }
        ? new Refusal.RuleForbids(
            RefusalCode.NotParticipantsFailure, "The victim does not want the compensation: that is never the person's failure. Waive or replace the condition.")
        : null;

    public override string? Explain(string rule, SchemeRules scheme) =>
        rule == RuleIds.CompensationPayment ? "Compensation is paid by the days that follow from the agreement." : null;

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.Compensation(1, 1, 1)];

    public override ConditionTerms ExampleFor(AgreementState state, ConditionTerms example) =>
        (ConditionTerms.Compensation)example with { Victim = (state.Victims.All.FirstOrDefault(victim => victim.WantsCompensation != false) ?? state.Victims.All.FirstOrDefault())?.Number };

    public override Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme)
    {
        var own = (ConditionTerms.Compensation)terms;
        if (TheirVictim.Check("Compensation", own.Victim, state.Victims) is { } refused)
        {
            return refused;
        }

        if (state.Victims.Find(own.Victim)!.WantsCompensation == false)
        {
            return new Refusal.RuleForbids(RefusalCode.VictimDeclines, "The victim said that they do not want compensation. Choose another condition, or record first that they changed their mind.");
        }

        if (own.Pence is < 1 or > MostPence)
        {
            return new Refusal.Invalid(RefusalCode.AmountInvalid, $"Compensation is an amount from {MoneyText.Of(1)} to {MoneyText.Of(MostPence)}, given in pence.");
        }

        if (Loss(state) is { } loss && own.Pence > loss * MoneyText.PenceInPound)
        {
            return new Refusal.RuleForbids(
                RefusalCode.CompensationAboveLoss,
                $"{MoneyText.Of(own.Pence)} is more than the loss or damage of the case, {MoneyText.Of((int)(loss * MoneyText.PenceInPound))}. Agree at most that, or correct the value of the offence first.");
        }

        return own.Payments is < 1 or > ConditionTerms.Compensation.MostPayments || own.EveryWeeks is < 1 or > ConditionTerms.Compensation.MostWeeks || own.Payments > own.Pence
            ? new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"Compensation is paid in 1 to {ConditionTerms.Compensation.MostPayments} payments, one every 1 to {ConditionTerms.Compensation.MostWeeks} weeks.")
            : null;
    }

    public override ConditionTerms WithOnlyVictim(ConditionTerms terms, AgreementState state) =>
        (ConditionTerms.Compensation)terms is { Victim: null } own ? own with { Victim = state.Victims.Only?.Number } : terms;

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
            context.State.Victims.Find(own.Victim)!.Number,
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
            state.With(new CompensationCondition(e.ConditionId, e.Victim, e.Pence, e.EveryWeeks, e.Instalments) { Status = ConditionStatus.InProgress }),
            (left, instalment) => left.WithObligation(CompensationCondition.ObligationId(e.ConditionId, instalment.Number), e.ConditionId, instalment.By, Addressee.KeyWorker)),
        CompensationEvent.PaymentRecorded e => Paid(state, state.Condition<CompensationCondition>(e.ConditionId) is var before
            ? before with { Payments = before.Payments.Add(new Payment(e.PaymentId, e.Pence, e.On, e.Receipt)) }
            : null!),
        CompensationEvent.PaymentTakenBack e => state.With(state.Condition<CompensationCondition>(e.ConditionId) is var before
            ? before with { Payments = before.Payments.RemoveAll(payment => payment.Id == e.PaymentId) }
            : null!),
        CompensationEvent.VictimChangedMind e => state
            .With(state.Condition<CompensationCondition>(e.ConditionId) with { Unwanted = !e.Wants })
            .Settled(ConditionEvolution.SettleId(e.ConditionId)),
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

        if (condition.Payments.FirstOrDefault(payment => WordFold.Of(payment.Receipt) == WordFold.Of(command.Receipt)) is { } shown)
        {
            return new Refusal.RuleForbids(
                RefusalCode.ReceiptRepeated,
                $"The payment of {MoneyText.Of(shown.Pence)} on {Words.Date(shown.On)} has that receipt already. If this is another payment, write what tells its receipt apart, such as its number or day.");
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

        if (ConditionGate.OpenOrKept(condition) is { } ended)
        {
            return ended;
        }

        context.Raise(new CompensationEvent.PaymentTakenBack(condition.Id, known.Id, known.Pence, context.Now));
        Reopening.Follow(context, condition.Id);
        return null;
    }

    /// <summary>Of all offences; null while one has no value, because what was lost is then not known.</summary>
    private static decimal? Loss(AgreementState state) =>
        state.Referral.Offences.All(one => one.Offence.Value is > 0) ? state.Referral.Offences.Sum(one => one.Offence.Value) : null;

    private static string Weeks(int weeks) => weeks == 1 ? "week" : $"{weeks} weeks";
}
