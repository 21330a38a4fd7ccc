using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Conditions.Pathway;

internal sealed class PathwayConditionRules : ConditionRules
{
    private const int HighestScore = 10;

    public override ConditionKind Kind => ConditionKind.Pathway;

    public override Type TermsType => typeof(ConditionTerms.Pathway);

    public override Type ConditionType => typeof(PathwayCondition);

    public override int Most(SchemeRules scheme) => scheme.Conditions.MostPathways;

    public override ConditionTerms Kept(ConditionTerms terms, StaffDirectory staff)
    {
        var own = (ConditionTerms.Pathway)terms;
        return own with { Provider = staff.Provider(own.Provider)! };
    }

    public override Refusal? Unlisted(ConditionTerms terms, StaffDirectory staff) =>
        UnknownService(((ConditionTerms.Pathway)terms).Service) ?? staff.UnlistedProvider("provider", ((ConditionTerms.Pathway)terms).Provider);

    /// <summary>A service that the directory does not have, or has closed, has got no name from it.</summary>
    internal static Refusal? UnknownService(ServiceRef? service) => service is { Name: null }
        ? new Refusal.Invalid(RefusalCode.ServiceUnknown, "The directory has no open service with this id. Choose one again.") { Field = "service" }
        : null;

    internal static void Inspect(ServiceRef? service, TextInspection texts)
    {
        if (service is not null)
        {
            texts.Id("service.id", service.Id);
        }
    }

    public override ImmutableArray<CommandEntry> Commands { get; } =
    [
        CommandEntry.Of<PathwayCommand.SendPathwayReferral>("send-pathway-referral", "pathway", CommandRoles.Supervising),
        CommandEntry.Of<PathwayCommand.AcceptPathwayReferral>("accept-pathway-referral", "pathway", CommandRoles.Providing),
        CommandEntry.Of<PathwayCommand.DeclinePathwayReferral>("decline-pathway-referral", "pathway", CommandRoles.Providing),
        CommandEntry.Of<PathwayCommand.RecordContactAttempt>("record-contact-attempt", "pathway", CommandRoles.Providing),
        CommandEntry.Of<PathwayCommand.DecideContact>("decide-contact", "pathway", CommandRoles.Supervising),
        CommandEntry.Of<PathwayCommand.RecordPathwayAssessment>("record-pathway-assessment", "pathway", CommandRoles.Providing),
        CommandEntry.Of<PathwayCommand.ClosePathway>("close-pathway", "pathway", CommandRoles.Providing),
    ];

    public override ImmutableArray<string> SetUpBy { get; } = [RuleIds.PathwayReferral, RuleIds.PathwayAcceptance];

    public override void InspectTerms(ConditionTerms terms, TextInspection texts)
    {
        var own = (ConditionTerms.Pathway)terms;
        Inspect(own.Service, texts);
        if (own.Service is not { Name: null })
        {
            texts.Line("provider", own.Provider, required: true);
        }
    }

    public override void Open(DecisionContext context, string id, ConditionTerms terms, LocalDate from)
    {
        var own = (ConditionTerms.Pathway)terms;
        context.Raise(new PathwayEvent.PathwayBegan(
            id,
            own.Need,
            own.Provider,
            ReferralBy(context, from),
            context.InWorkingDays(RuleIds.PathwayAcceptance, context.Scheme.Pathway.AcceptanceWorkingDays, from)) { Service = own.Service });
    }

    public override string? Explain(string rule, SchemeRules scheme) => rule switch
    {
        RuleIds.PathwayReferral => $"The referral is sent within {RuleTexts.WorkingDays(scheme.Pathway.ReferralWorkingDays)} of signing.",
        RuleIds.PathwayAcceptance => $"The provider accepts within {RuleTexts.WorkingDays(scheme.Pathway.AcceptanceWorkingDays)} of signing.",
        RuleIds.PathwayContact => $"The provider tries to reach the person at least {scheme.Pathway.ContactPlan.Attempts} times within {RuleTexts.WorkingDays(scheme.Pathway.ContactPlan.WorkingDays)}, in {scheme.Pathway.ContactPlan.Ways} ways or more{(scheme.Pathway.ContactPlan.AtAnotherTime ? ", once at another time of the day or at the weekend" : "")}. It never counts against the person.",
        RuleIds.PathwayContactNext => $"After the last attempt the key worker decides within {RuleTexts.WorkingDays(scheme.Pathway.ContactPlan.DecideWorkingDays)} what is next.",
        _ => null,
    };

    public override IEnumerable<ConditionTerms> ExampleTerms => Enum.GetValues<PathwayKind>().Select(need => new ConditionTerms.Pathway(need, "An example"));

    public override IEnumerable<AgreementCommand> Candidates(AgreementState state, Condition condition, Instant now)
    {
        var own = (PathwayCondition)condition;
        AgreementCommand[] once =
        [
            new PathwayCommand.SendPathwayReferral(own.Id),
            new PathwayCommand.AcceptPathwayReferral(own.Id),
            new PathwayCommand.DeclinePathwayReferral(own.Id),
            new PathwayCommand.RecordContactAttempt(own.Id, AttemptWay.Call, AttemptResult.NoAnswer, now),
            new PathwayCommand.DecideContact(own.Id, ContactNext.TryAgain),
            new PathwayCommand.RecordPathwayAssessment(own.Id, AssessmentPoint.Start, own.StartScore == 0 ? 1 : 0),
            new PathwayCommand.RecordPathwayAssessment(own.Id, AssessmentPoint.End, own.EndScore == 0 ? 1 : 0),
            new PathwayCommand.ClosePathway(own.Id, false, FailureCause.Service),
        ];
        return once.Concat(AppointmentCandidates.Of(state, own, now));
    }

    public override Refusal? Decide(DecisionContext context, ConditionCommand command)
    {
        var own = (PathwayCommand)command;
        if (ConditionGate.Open<PathwayCondition>(context, own.ConditionId, out var condition) is { } refused)
        {
            return refused;
        }

        return own switch
        {
            PathwayCommand.SendPathwayReferral c => Send(context, condition, c),
            PathwayCommand.AcceptPathwayReferral => Accept(context, condition),
            PathwayCommand.DeclinePathwayReferral => Decline(context, condition),
            PathwayCommand.RecordContactAttempt c => PathwayContact.Attempt(context, condition, c),
            PathwayCommand.DecideContact c => PathwayContact.Decide(context, condition, c),
            PathwayCommand.RecordPathwayAssessment c => Assess(context, condition, c),
            PathwayCommand.ClosePathway c => Close(context, condition, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    public override AgreementState Evolve(AgreementState state, ConditionKindEvent happened) => happened switch
    {
        PathwayEvent.PathwayBegan e => state
            .With(new PathwayCondition(e.ConditionId, e.Need, e.Provider) { Service = e.Service, AcceptBy = e.Acceptance.Due })
            .WithObligation(ReferralId(e.ConditionId), e.ConditionId, e.Referral, Addressee.KeyWorker)
            .WithObligation(AcceptanceId(e.ConditionId), e.ConditionId, e.Acceptance, Addressee.Provider),
        PathwayEvent.PathwayReferralSent e => PathwayContact.Sent(
            state.With(Of(state, e.ConditionId) with { Referral = PathwayReferral.Sent, Provider = e.Provider, Service = e.Service, SentAt = e.At, AcceptedAt = null })
                .Settled(ReferralId(e.ConditionId)),
            e),
        PathwayEvent.PathwayReferralAccepted e => state
            .With(Of(state, e.ConditionId) with { Referral = PathwayReferral.Accepted, Status = ConditionStatus.InProgress, AcceptedAt = e.At })
            .Settled(AcceptanceId(e.ConditionId)),
        PathwayEvent.PathwayReferralDeclined e => PathwayContact.Stopped(state, e.ConditionId)
            .With(Of(state, e.ConditionId) with { Referral = PathwayReferral.Declined })
            .WithObligation(ReferralId(e.ConditionId), e.ConditionId, e.Referral, Addressee.KeyWorker),
        PathwayEvent.PathwayContactAttempted e => PathwayContact.Attempted(state, e),
        PathwayEvent.PathwayContactDecided e => PathwayContact.Decided(state, e),
        PathwayEvent.PathwayAssessed { Point: AssessmentPoint.Start } e => state.With(Of(state, e.ConditionId) with { StartScore = e.Score }),
        PathwayEvent.PathwayAssessed e => state.With(Of(state, e.ConditionId) with { EndScore = e.Score }),
        PathwayEvent.PathwayCompleted e => state.With(Of(state, e.ConditionId) with { Completed = true }),
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    public override void Collect(AgreementState state, Condition condition, List<DueMoment> due) =>
        AppointmentDue.Collect((PathwayCondition)condition, due);

    public override bool IsKept(AgreementState state, Condition condition, bool termOver, SchemeRules scheme) =>
        ((PathwayCondition)condition).Completed;

    private static PathwayCondition Of(AgreementState state, string id) => state.Condition<PathwayCondition>(id);

    private static string ReferralId(string id) => $"{id}/referral";

    private static string AcceptanceId(string id) => $"{id}/acceptance";

    private static Deadline ReferralBy(DecisionContext context, LocalDate from) =>
        context.InWorkingDays(RuleIds.PathwayReferral, context.Scheme.Pathway.ReferralWorkingDays, from);

    private static Refusal? Send(DecisionContext context, PathwayCondition condition, PathwayCommand.SendPathwayReferral command)
    {
        if (condition.Referral is PathwayReferral.Sent or PathwayReferral.Accepted)
        {
            return (command.Provider is null || command.Provider == condition.Provider) && (command.Service is null || command.Service.Id == condition.Service?.Id)
                ? null
                : ConditionGate.NotReady("The referral is with a provider. Another is asked once that one has declined.");
        }

        var provider = command.Provider ?? condition.Provider;
        context.Raise(new PathwayEvent.PathwayReferralSent(condition.Id, provider)
        {
            Service = command.Service ?? (provider == condition.Provider ? condition.Service : null),
            At = context.Now,
            FirstAttempt = command.Reach ? PathwayContact.First(context) : null,
        });
        return null;
    }

    private static Refusal? Accept(DecisionContext context, PathwayCondition condition)
    {
        switch (condition.Referral)
        {
            case PathwayReferral.Accepted:
                return null;
            case PathwayReferral.Sent:
                context.Raise(new PathwayEvent.PathwayReferralAccepted(condition.Id) { At = context.Now });
                return null;
            default:
                return ConditionGate.NotReady("The referral has not been sent. Send it first.");
        }
    }

    private static Refusal? Decline(DecisionContext context, PathwayCondition condition)
    {
        switch (condition.Referral)
        {
            case PathwayReferral.Declined:
                return null;
            case PathwayReferral.Sent:
                context.Raise(new PathwayEvent.PathwayReferralDeclined(condition.Id, ReferralBy(context, context.Today)));
                return null;
            default:
                return ConditionGate.NotReady("Only a referral that was sent and not yet accepted can be declined. To stop later, close the pathway.");
        }
    }

    private static Refusal? Assess(DecisionContext context, PathwayCondition condition, PathwayCommand.RecordPathwayAssessment command)
    {
        if (command.Score is < 0 or > HighestScore)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"An assessment is 0 to {HighestScore}.");
        }

        if (condition.Referral != PathwayReferral.Accepted)
        {
            return ConditionGate.NotReady("The provider has not accepted the referral yet.");
        }

        if (command.Point == AssessmentPoint.End && condition.StartScore is null)
        {
            return ConditionGate.NotReady("Record the start assessment first: the distance travelled needs both.");
        }

        if ((command.Point == AssessmentPoint.Start ? condition.StartScore : condition.EndScore) != command.Score)
        {
            context.Raise(new PathwayEvent.PathwayAssessed(condition.Id, command.Point, command.Score));
        }

        return null;
    }

    private static Refusal? Close(DecisionContext context, PathwayCondition condition, PathwayCommand.ClosePathway command)
    {
        if (!command.Completed)
        {
            if (command.Cause is not { } cause)
            {
                return new Refusal.Invalid(RefusalCode.TextMissing, "Say whether the person or the service is the cause.");
            }

            if (Proposal.Waits(context, "close the pathway as not completed") is { } waits)
            {
                return waits;
            }

            FailedConditions.Raise(context, condition, cause, command.Reason ?? "Closed by the provider as not completed.");
            return null;
        }

        if (condition.StartScore is null || condition.EndScore is null)
        {
            return ConditionGate.NotReady("Record the start and the end assessment before closing the pathway as completed.");
        }

        if (condition.Appointments.Any(session => session.Status is AppointmentStatus.Scheduled or AppointmentStatus.EvidenceAwaited))
        {
            return ConditionGate.NotReady("A session is still open. Record its outcome, or cancel it, before closing the pathway.");
        }

        context.Raise(new PathwayEvent.PathwayCompleted(condition.Id));
        return null;
    }
}
