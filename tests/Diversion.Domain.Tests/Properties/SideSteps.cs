using Diversion.Domain.Agreements;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.DataRights;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Time;
using Diversion.Domain.Visits;

namespace Diversion.Domain.Tests.Properties;

/// <summary>What goes on beside the conditions: support, appointments with services, needs that no service meets, what becomes known later.</summary>
internal static class SideSteps
{
    public static (AgreementCommand, Actor?) Support(AgreementState state, Step step, LocalDate today) => state.Support.HealthCheck switch
    {
        null or { Accepted: false } => (new SupportCommand.OfferHealthCheck("Harbour"), People.Worker),
        { Accepted: null } => (new SupportCommand.AnswerHealthCheck(step.How % 4 > 0), People.Provider),
        { DoneOn: null } when step.How % 7 == 0 => (new SupportCommand.AnswerHealthCheck(false), People.Provider),
        { Accepted: true, DoneOn: null } => (new SupportCommand.RecordHealthCheck(today), People.Provider),
        { Onward: { IsEmpty: false } onward } when step.How % 5 > 0 => (new SupportCommand.RecordOnwardOutcome(onward[step.Which % onward.Length].Number, (OnwardOutcome)(step.How % 4)), People.Provider),
        _ => (new SupportCommand.ReferOnward((OnwardKind)(step.Which % 14), today), People.Provider),
    };

    public static (AgreementCommand, Actor?) Mentoring(AgreementState state, Step step, LocalDate today) => (state.Support.Mentorings.LastOrDefault(), step.How % 4) switch
    {
        (null or { Ended: not null }, > 1) => (new SupportCommand.MatchMentor(new StaffRef("provider-1", "Pat Provider"), "Harbour"), People.Worker),
        ({ Ended: null } known, 0) => (new SupportCommand.EndMentoring(known.Number, (MentoringEndCause)(step.Which % 3)), People.Provider),
        var (known, _) => (new SupportCommand.LogMentorMeeting(known?.Number ?? 1, (MentorContact)(step.Which % 2), today.PlusDays(-(step.How % 3))), People.Provider),
    };

    public static ExitPlanCommand Exit(AgreementState state, Step step, LocalDate today) => (state.ExitPlan, step.How % 4) switch
    {
        ({ Calls: [var first, .. var rest] }, _) => new ExitPlanCommand.RecordFollowUpCall((rest is [var last] && step.Which % 2 == 0 ? last : first).Weeks, (CallResult)(step.How % 3), today),
        ({ Continuations: [.., var planned] }, 0) => new ExitPlanCommand.RecordWarmHandover(planned.Number, today, "Jo of Harbour"),
        ({ Continuations: [.., var planned], AgreedOn: not null }, 1) => new ExitPlanCommand.RemoveContinuation(planned.Number),
        ({ Continuations.IsEmpty: false, AgreedOn: null }, _) => new ExitPlanCommand.AgreeExitPlan(today, "Kim Worker"),
        _ => new ExitPlanCommand.PlanContinuation($"Group {step.Which}", "Harbour"),
    };

    public static ReferralCommand Lacking(AgreementState state, Step step) => state.Referral.UnmetNeeds.FirstOrDefault(need => need.MetOn is null) is { } open
        ? new ReferralCommand.MeetUnmetNeed(open.Number)
        : new ReferralCommand.RecordUnmetNeed((PathwayKind)(step.Which % 9), (UnmetBecause)(step.How % 5));

    /// <summary>Booked for the next days, cancelled before and recorded after.</summary>
    public static VisitCommand Visiting(AgreementState state, Step step, Instant now) => state.Visits.LastOrDefault(visit => visit.Status == VisitStatus.Booked) switch
    {
        { } booked when booked.StartsAt <= now => new VisitCommand.RecordVisit(booked.Number, step.How % 2 == 0),
        { } booked when step.How % 3 == 0 => new VisitCommand.CancelVisit(booked.Number) { Reason = "Ill." },
        _ => new VisitCommand.BookVisit("housing", now + Duration.FromHours(1 + (step.How % 60))).AsExample(),
    };

    /// <summary>Given, opened with the right or a wrong birth date, and stopped.</summary>
    public static OwnPageCommand OwnPage(AgreementState state, Step step) => (state.OwnPage, step.Which % 5) switch
    {
        (not { Stopped: false }, _) => new OwnPageCommand.GiveOwnPage(OwnPageWay.Code, $"c0de{step.Which}"),
        (_, 0) => new OwnPageCommand.StopOwnPage(),
        ({ } access, 1) => new OwnPageCommand.OpenOwnPage(access.Hash, state.Referral.Person.BornOn.PlusDays(1)),
        ({ } access, _) => new OwnPageCommand.OpenOwnPage(access.Hash, state.Referral.Person.BornOn),
    };

    public static DataRequestCommand Next(DataRequest asked, LocalDate today) => asked switch
    {
        { Extended: false } when WorkingCalendar.DateOf(asked.Answer.Due) >= today => new DataRequestCommand.ExtendDataRequest(asked.Number),
        { Kind: DataRequestKind.Access, Marks.IsEmpty: true } => new DataRequestCommand.MarkPassage(asked.Number, "Val", MarkGround.AnotherPerson),
        { Kind: DataRequestKind.Access } => new DataRequestCommand.AnswerAccessRequest(asked.Number, DataRequestResult.Given, today, "By post."),
        _ => new DataRequestCommand.AnswerCorrectionRequest(asked.Number, DataRequestResult.CorrectedInPart, today, "The address."),
    };

    public static FollowUpCommand FollowUp(AgreementState state, Step step, LocalDate today) => (step.How % 7) switch
    {
        0 or 1 => new FollowUpCommand.RecordReoffence($"CRI/{step.How % 3}", today.PlusDays(-step.Which), (ReoffenceOutcome)(step.How % 6), step.How % 6 == 0 ? null : today),
        2 => new FollowUpCommand.RemoveReoffence(1 + (step.How % 3)),
        3 => new FollowUpCommand.RecordSearch(today.PlusDays(-step.Which)),
        4 => new FollowUpCommand.RecordCustodyTime(today.PlusDays(-step.Which), step.How % 2 == 0 ? today : null),
        5 => new FollowUpCommand.RemoveCustodyTime(state.FollowUp.InCustody.IsEmpty ? today : state.FollowUp.InCustody[0].From),
        _ => step.Which == 5 ? new FollowUpCommand.RemoveDeparture() : new FollowUpCommand.RecordDeparture((DepartureCause)(step.How % 2), today),
    };
}
