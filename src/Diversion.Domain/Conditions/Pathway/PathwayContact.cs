using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;

namespace Diversion.Domain.Conditions.Pathway;

/// <summary>
/// Attempts to reach somebody who was referred, by the scheme's plan. An attempt without success is nobody's failure: it only
/// brings the next one, and in the end a question to the key worker.
/// </summary>
internal static class PathwayContact
{
    private static readonly LocalTime Noon = new(12, 0);
    private static readonly LocalTime Evening = new(17, 0);

    /// <summary>By when the first attempt of a plan that begins now is made.</summary>
    public static Deadline First(DecisionContext context) => Due(context, 1, context.Today);

    public static Refusal? Attempt(DecisionContext context, PathwayCondition condition, PathwayCommand.RecordContactAttempt command)
    {
        if (Fault(context, condition, command) is { } fault)
        {
            return fault;
        }

        var made = new ContactAttempt(command.Way, command.Result, command.TriedAt, command.By.Name);
        if (condition.Attempts.FirstOrDefault(known => known.Way == made.Way && known.At == made.At) is { } before)
        {
            return before.Result == made.Result
                ? null
                : ConditionGate.NotReady($"An attempt in this way at {Words.Moment(made.At)} was recorded already. Give the time of this one.");
        }

        var since = condition.TriedSince ?? made.At;
        var (next, decide) = made.Result == AttemptResult.Reached || condition.Reached || context.State.HasObligation(DecideId(condition.Id))
            ? (null, null)
            : After(context, [.. condition.Attempts.Where(known => !ToldChecks.IsBefore(known.At, since)), made], since);
        context.Raise(new PathwayEvent.PathwayContactAttempted(condition.Id, made, since, next, decide));
        return null;
    }

    public static Refusal? Decide(DecisionContext context, PathwayCondition condition, PathwayCommand.DecideContact command)
    {
        if (!Enum.IsDefined(command.Next))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "What is next is tryAgain, waitForPerson or somethingElse.") { Field = "next" };
        }

        if (!context.State.HasObligation(DecideId(condition.Id)))
        {
            return condition.AfterAttempts == command.Next
                ? null
                : ConditionGate.NotReady("There is nothing to decide: the attempts of the plan have not all been made, or the person was reached.");
        }

        context.Raise(new PathwayEvent.PathwayContactDecided(condition.Id, command.Next, context.Now, command.Next == ContactNext.TryAgain ? First(context) : null));
        return null;
    }

    /// <summary>Each provider begins anew.</summary>
    public static AgreementState Sent(AgreementState state, PathwayEvent.PathwayReferralSent e)
    {
        // Whoever sends a referral may have tried to reach the person earlier on the same day.
        Instant? since = e is { FirstAttempt: not null, At: { } at } ? WorkingCalendar.At(WorkingCalendar.DateOf(at), LocalTime.Midnight) : null;
        return state
            .With(state.Condition<PathwayCondition>(e.ConditionId) with { Attempts = [], TriedSince = since, Reached = false, AfterAttempts = null })
            .WithObligation(AttemptId(e.ConditionId), e.ConditionId, e.FirstAttempt, Addressee.Provider);
    }

    public static AgreementState Attempted(AgreementState state, PathwayEvent.PathwayContactAttempted e)
    {
        var condition = state.Condition<PathwayCondition>(e.ConditionId);
        state = state.With(condition with { Attempts = condition.Attempts.Add(e.Attempt), TriedSince = e.Since, AfterAttempts = null }).Settled(AttemptId(e.ConditionId));
        return e.Attempt.Result == AttemptResult.Reached
            ? Met(state, e.ConditionId)
            : state.WithObligation(AttemptId(e.ConditionId), e.ConditionId, e.Next, Addressee.Provider)
                .WithObligation(DecideId(e.ConditionId), e.ConditionId, e.Decide, Addressee.KeyWorker);
    }

    public static AgreementState Decided(AgreementState state, PathwayEvent.PathwayContactDecided e) => state
        .With(state.Condition<PathwayCondition>(e.ConditionId) with { AfterAttempts = e.Next, TriedSince = e.FirstAttempt is null ? null : e.At })
        .Settled(DecideId(e.ConditionId))
        .WithObligation(AttemptId(e.ConditionId), e.ConditionId, e.FirstAttempt, Addressee.Provider);

    /// <summary>The provider has spoken to the person, or they came: nothing more is to be tried.</summary>
    public static AgreementState Met(AgreementState state, string id) =>
        Stopped(state.With(state.Condition<PathwayCondition>(id) with { Reached = true }), id);

    /// <summary>The provider has declined: whoever is asked next begins anew.</summary>
    public static AgreementState Stopped(AgreementState state, string id) => state.Settled(AttemptId(id)).Settled(DecideId(id));

    private static Refusal? Fault(DecisionContext context, PathwayCondition condition, PathwayCommand.RecordContactAttempt command)
    {
        if (!Enum.IsDefined(command.Way) || !Enum.IsDefined(command.Result))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say how it was tried (way: call, text, letter, visit) and what came of it (result: reached, noAnswer, wrongNumber, messageLeft).");
        }

        if (command is { Result: AttemptResult.WrongNumber, Way: AttemptWay.Letter or AttemptWay.Visit })
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Only a call or a text has a wrong number. For a letter or a visit, say that nobody answered.") { Field = "result" };
        }

        if (condition.Referral is not (PathwayReferral.Sent or PathwayReferral.Accepted))
        {
            return ConditionGate.NotReady("The referral is with no provider. Send it first.");
        }

        if (command.TriedAt > context.Now)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Moment(command.TriedAt)} is in the future. Record the attempt when it has been made.") { Field = "triedAt" };
        }

        return condition.SentAt is { } sent && WorkingCalendar.DateOf(command.TriedAt) < WorkingCalendar.DateOf(sent)
            ? new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Moment(command.TriedAt)} is before {Words.Date(sent)}, when the referral was sent. Check the date and the time.") { Field = "triedAt" }
            : null;
    }

    private static (Deadline? Next, Deadline? Decide) After(DecisionContext context, ImmutableArray<ContactAttempt> tried, Instant since)
    {
        var plan = context.Scheme.Pathway.ContactPlan;
        return IsDone(plan, tried)
            ? (null, context.InWorkingDays(RuleIds.PathwayContactNext, plan.DecideWorkingDays))
            : (Due(context, tried.Length + 1, WorkingCalendar.DateOf(since)), null);
    }

    private static bool IsDone(ContactPlanRules plan, ImmutableArray<ContactAttempt> tried) =>
        tried.Length >= plan.Attempts
        && tried.Select(attempt => attempt.Way).Distinct().Count() >= plan.Ways
        && (!plan.AtAnotherTime || tried.Select(attempt => PartOfWeek(attempt.At)).Distinct().Count() > 1);

    /// <summary>The attempts are spread evenly over the plan's days; one that is late, or more than the plan has, is due on the next working day.</summary>
    private static Deadline Due(DecisionContext context, int attempt, LocalDate since)
    {
        var plan = context.Scheme.Pathway.ContactPlan;
        var planned = context.InWorkingDays(RuleIds.PathwayContact, ((plan.WorkingDays * Math.Min(attempt, plan.Attempts)) + plan.Attempts - 1) / plan.Attempts, since);
        return attempt <= plan.Attempts && planned.Due > context.Now ? planned : context.InWorkingDays(RuleIds.PathwayContact, 1);
    }

    /// <summary>Who does not answer in the morning of a working day may do so in the evening or on a Sunday.</summary>
    private static int PartOfWeek(Instant at)
    {
        var local = at.InZone(WorkingCalendar.Zone).LocalDateTime;
        return local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 3
            : local.TimeOfDay < Noon ? 0
            : local.TimeOfDay < Evening ? 1
            : 2;
    }

    private static string AttemptId(string id) => $"{id}/contact";

    private static string DecideId(string id) => $"{id}/contact-next";
}
