using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.Donation;

internal sealed class DonationConditionRules : ConditionRules
{
    public override ConditionKind Kind => ConditionKind.Donation;

    public override Type TermsType => typeof(ConditionTerms.Donation);

    public override Type ConditionType => typeof(DonationCondition);

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<DonationCommand.RecordDonation>("record-donation", "donation", CommandRoles.Supervising),
        CommandEntry.Of<DonationCommand.TakeBackDonation>("take-back-donation", "donation", CommandRoles.Supervising),
    ];

    /// <summary>Nothing falls due apart from its obligation.</summary>
    public override bool HasTrack => false;

    public override bool FallsToParticipant(Condition condition, SchemeRules scheme) => condition is DonationCondition { MadeOn: null };

    public override string? Explain(string rule, SchemeRules scheme) =>
        rule == RuleIds.DonationMade ? $"The donation is made within {RuleTexts.Weeks((scheme.Donation ?? new DonationRules()).WithinWeeks)} of signing." : null;

    public override IEnumerable<ConditionTerms> ExampleTerms => [new ConditionTerms.Donation(1, "An example")];

    public override Refusal? CheckTerms(ConditionTerms terms, AgreementState state, SchemeRules scheme)
    {
        var own = (ConditionTerms.Donation)terms;
        if (scheme.Donation is not { } allowed)
        {
            return new Refusal.RuleForbids(RefusalCode.DonationNotAllowed, "The scheme does not allow donations. Choose another condition.");
        }

        if (state.Victims.All.Any(victim => victim.WantsCompensation == true))
        {
            return new Refusal.RuleForbids(RefusalCode.DonationNotAllowed, "A victim of the case would like compensation: what the person can pay is theirs. Choose compensation.");
        }

        return own.Pence >= 1 && own.Pence <= allowed.MostPence
            ? null
            : new Refusal.Invalid(RefusalCode.AmountInvalid, $"A donation is an amount from {MoneyText.Of(1)} to {MoneyText.Of(allowed.MostPence)}, given in pence.");
    }

    public override void InspectTerms(ConditionTerms terms, TextInspection texts) =>
        texts.Line("charity", ((ConditionTerms.Donation)terms).Charity, required: true);

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from)
    {
        var own = (ConditionTerms.Donation)terms;
        var within = from.PlusWeeks((context.Scheme.Donation ?? new DonationRules()).WithinWeeks);
        context.Raise(new DonationEvent.DonationBegan(
            id, own.Pence, own.Charity.Trim(), context.AtCloseOf(RuleIds.DonationMade, LocalDate.Max(from, LocalDate.Min(within, context.State.Term!.LastDay)))));
    }

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now) =>
    [
        IsUndone(condition)
            ? new DonationCommand.RecordDonation(condition.Id, WorkingCalendar.DateOf(now), "An example of a receipt.")
            : new DonationCommand.TakeBackDonation(condition.Id),
    ];

    public override Refusal? Decide(DecisionContext context, ConditionCommand command) => command switch
    {
        DonationCommand.RecordDonation c => Make(context, c),
        _ => TakeBack(context, (DonationCommand.TakeBackDonation)command),
    };

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        DonationEvent.DonationBegan e => state
            .With(new DonationCondition(e.ConditionId, e.Pence, e.Charity, e.By) { Status = ConditionStatus.InProgress })
            .WithObligation(DonationCondition.MadeId(e.ConditionId), e.ConditionId, e.By, Addressee.KeyWorker),
        DonationEvent.DonationMade e => state
            .With(state.Condition<DonationCondition>(e.ConditionId) with { MadeOn = e.On, Receipt = e.Receipt })
            .Settled(DonationCondition.MadeId(e.ConditionId)),
        DonationEvent.DonationTakenBack e => state.With(state.Condition<DonationCondition>(e.ConditionId) with { MadeOn = null, Receipt = null }),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) => !IsUndone(condition);

    public override bool IsUndone(Condition condition) => ((DonationCondition)condition).MadeOn is null;

    public override IEnumerable<(string Obligation, Deadline Deadline)> DueAgain(DecisionContext context, Condition condition) =>
        condition is DonationCondition { MadeOn: null } own ? [(DonationCondition.MadeId(own.Id), own.By)] : [];

    private static Refusal? Make(DecisionContext context, DonationCommand.RecordDonation command)
    {
        if (ConditionGate.Running<DonationCondition>(context, command.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        var receipt = command.Receipt.Trim();
        if (condition.MadeOn is { } before)
        {
            return before == command.On && condition.Receipt == receipt
                ? null
                : new Refusal.WrongState(RefusalCode.PaymentExists, $"The donation of {Words.Date(before)} is recorded. Take it back first, if it was not made like this.");
        }

        if (ConditionGate.Open<DonationCondition>(context, command.ConditionId, out _) is { } closed)
        {
            return closed;
        }

        if (ConditionGate.Happened(context, command.On) is { } fault)
        {
            return fault;
        }

        context.Raise(new DonationEvent.DonationMade(condition.Id, command.On, receipt, context.Now));
        return null;
    }

    private static Refusal? TakeBack(DecisionContext context, DonationCommand.TakeBackDonation command)
    {
        if (ConditionGate.Running<DonationCondition>(context, command.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        if (condition.MadeOn is null)
        {
            return new Refusal.WrongState(RefusalCode.PaymentUnknown, "No donation is recorded. Nothing was changed.");
        }

        if (ConditionGate.OpenOrKept(condition) is { } ended)
        {
            return ended;
        }

        context.Raise(new DonationEvent.DonationTakenBack(condition.Id, context.Now));
        Reopening.Follow(context, condition.Id);
        return null;
    }
}
