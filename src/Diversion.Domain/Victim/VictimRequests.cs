using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.Victim;

/// <summary>
/// A review or complaint has a clock, and is looked at by somebody who had no part in the case and ranks above whoever it is
/// about, if they have a rank.
/// </summary>
internal static class VictimRequests
{
    /// <summary>More than these are one campaign, for the force's complaints department.</summary>
    private const int Most = 10;

    public static Refusal? Record(DecisionContext context, VictimState victim, VictimCommand.RecordVictimRequest command)
    {
        var rules = context.Scheme.Victim.Reviews;
        if (command.Kind == VictimRequestKind.Review && !rules.Granted)
        {
            return new Refusal.RuleForbids(RefusalCode.ReviewNotGranted, "This force does not grant victims a review of its decisions. Record a complaint, if it is one.");
        }

        // What the police decided is reviewed; a complaint may also be about somebody who has no rank.
        var rank = rules.RankOf(command.Decider.Trim(), out _);
        if (rank is null && command.Kind == VictimRequestKind.Review)
        {
            return NoRank(rules, "decider");
        }

        if (rank is { } place && NobodyAbove(rules, place) is { } highest)
        {
            return highest;
        }

        var on = command.On ?? context.Today;
        if (VictimDecider.Day(context, on, "they asked", WorkingCalendar.DateOf(context.State.Referral.ReferredAt), "the case was referred") is { } fault)
        {
            return fault;
        }

        var about = command.About.Trim();
        if (victim.Requests.Any(known => known.Kind == command.Kind && known.On == on && known.About == about))
        {
            return null;
        }

        if (victim.Requests.Length >= Most)
        {
            return new Refusal.RuleForbids(RefusalCode.TooManyRequests, $"A victim has at most {Most} requests in a case. Send further ones to the force’s professional standards department.");
        }

        context.Raise(new VictimEvent.VictimRequestMade(
            victim.Number,
            victim.Requests.Length + 1,
            command.Kind,
            on,
            about,
            command.Decider.Trim(),
            context.InWorkingDays(RuleIds.VictimRequestAcknowledged, rules.AcknowledgeWorkingDays, on),
            context.InWorkingDays(RuleIds.VictimRequestAnswered, rules.AnswerWorkingDays, on)));
        return null;
    }

    public static Refusal? Acknowledge(DecisionContext context, VictimState victim, VictimCommand.AcknowledgeVictimRequest command)
    {
        if (Find(victim, command.Request) is not { } request)
        {
            return Unknown();
        }

        if (AboutThem(context, request) is { } theirs)
        {
            return theirs;
        }

        if (request.Acknowledged is not null || request.Answered is not null)
        {
            return null;
        }

        var on = command.On ?? context.Today;
        if (VictimDecider.Fault(context, command.How, on, "it was acknowledged", request.On, "they asked") is { } fault)
        {
            return fault;
        }

        context.Raise(new VictimEvent.VictimRequestAcknowledged(victim.Number, request.Number, on, command.How!.Value, VictimDecider.Whom(command, command.ByWhom)));
        return null;
    }

    public static Refusal? Answer(DecisionContext context, VictimState victim, VictimCommand.AnswerVictimRequest command)
    {
        if (Find(victim, command.Request) is not { } request)
        {
            return Unknown();
        }

        if (AboutThem(context, request) is { } theirs)
        {
            return theirs;
        }

        var reviewer = string.IsNullOrWhiteSpace(command.Reviewer) || command.Outcome == VictimRequestOutcome.Withdrawn ? null : command.Reviewer.Trim();
        if (request.Answered is { } before)
        {
            var same = request.Outcome == command.Outcome && request.Reviewer == reviewer && before.How == command.How
                && (command.On is null || before.On == command.On) && before.ByWhom == VictimDecider.Whom(command, command.ByWhom) && before.Said == command.Said;
            return same ? null : new Refusal.WrongState(RefusalCode.RequestAnswered, "This request has been answered. A new one is recorded as another request.");
        }

        if (command.Outcome != VictimRequestOutcome.Withdrawn && Reviewer(context, request, reviewer) is { } unfit)
        {
            return unfit;
        }

        var on = command.On ?? context.Today;
        if (VictimDecider.Fault(context, command.How, on, "they were told the outcome", request.On, "they asked") is { } fault)
        {
            return fault;
        }

        context.Raise(new VictimEvent.VictimRequestAnswered(
            victim.Number, request.Number, command.Outcome, reviewer, on, command.How!.Value, VictimDecider.Whom(command, command.ByWhom), command.Said));
        return null;
    }

    /// <summary>Nobody closes what is asked about their own decision or conduct.</summary>
    private static Refusal.NotPermitted? AboutThem(DecisionContext context, VictimRequest request)
    {
        var by = context.Command.By;
        context.Scheme.Victim.Reviews.RankOf(request.Decider, out var name);
        return BasisReading.IsThe(new StaffRef(by.Id, by.Name), name)
            ? new(RefusalCode.ComplaintAboutYou, "The request is about you, so somebody else acknowledges and answers it: the team manager, or an officer or a sergeant who had no part in it.")
            : null;
    }

    /// <summary>
    /// Neither who decided nor anybody who works on the case; above somebody who has a rank, at least one rank.
    /// </summary>
    private static Refusal? Reviewer(DecisionContext context, VictimRequest request, string? reviewer)
    {
        var rules = context.Scheme.Victim.Reviews;
        var decided = rules.RankOf(request.Decider, out var decider);
        if (reviewer is null)
        {
            return decided is null ? new Refusal.Invalid(RefusalCode.TextMissing, "Say who looked at it (reviewer).") { Field = "reviewer" } : NoRank(rules, "reviewer");
        }

        var rank = rules.RankOf(reviewer, out var name);
        if (decided is { } place)
        {
            if (NobodyAbove(rules, place) is { } highest)
            {
                return highest;
            }

            if (rank is null)
            {
                return NoRank(rules, "reviewer");
            }

            if (rank <= place)
            {
                return new Refusal.RuleForbids(
                    RefusalCode.ReviewerTooLow, $"What somebody of the rank {rules.Ranks[place].Title} decided is looked at by the rank {rules.Ranks[place + 1].Title} or above. Have somebody of that rank look at it.");
            }
        }

        var state = context.State;
        StaffRef?[] involved =
        [
            state.Referral.Officer, state.KeyWorker, state.Cover?.Worker, .. state.Conditions.Select(condition => condition.PartnerFacilitator),
            .. state.Referral.Overrides.Select(one => one.By is { } by ? new StaffRef(by.Id, by.Name) : null), new StaffRef("-", decider),
            state.Referral.Facts.EvidentialTestBy is { } tested ? new StaffRef("-", rules.RankOf(tested, out var bare) is null ? tested : bare) : null,
        ];
        return involved.OfType<StaffRef>().Any(one => BasisReading.IsThe(one, name))
            ? new Refusal.RuleForbids(RefusalCode.ReviewerInvolved, "The reviewer had a part in this case. Have somebody look at it who had none.")
            : null;
    }

    private static VictimRequest? Find(VictimState victim, int number) => victim.Requests.FirstOrDefault(request => request.Number == number);

    private static Refusal.Unknown Unknown() => new(RefusalCode.RequestUnknown, "The victim has made no request of that number. See the requests on the case.");

    /// <summary>The list may have become shorter since the request was recorded.</summary>
    private static Refusal.RuleForbids? NobodyAbove(VictimReviewRules rules, int place) => place < rules.Ranks.Length - 1
        ? null
        : new(RefusalCode.ReviewerTooLow, $"Nobody in the scheme’s list ranks above {rules.Ranks[place].Title}. Send it to the force’s professional standards department.");

    private static Refusal.Invalid NoRank(VictimReviewRules rules, string field) => new(
        RefusalCode.RankUnknown, $"Give rank and name, such as Inspector Evelyn Stone. The ranks: {string.Join(", ", rules.Ranks.Select(rank => rank.Title))}.") { Field = field };
}
