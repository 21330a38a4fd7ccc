using Diversion.Domain.Agreements;

namespace Diversion.Domain.Support;

internal static class SupportDecider
{
    public static Refusal? Decide(DecisionContext context, SupportCommand command) => command switch
    {
        SupportCommand.OfferHealthCheck c => HealthCheckDecider.Offer(context, c),
        SupportCommand.AnswerHealthCheck c => HealthCheckDecider.Answer(context, c),
        SupportCommand.RecordHealthCheck c => HealthCheckDecider.Done(context, c),
        SupportCommand.ReferOnward c => HealthCheckDecider.Refer(context, c),
        SupportCommand.RecordOnwardOutcome c => HealthCheckDecider.Outcome(context, c),
        SupportCommand.MatchMentor c => MentoringDecider.Match(context, c),
        SupportCommand.LogMentorMeeting c => MentoringDecider.Log(context, c),
        SupportCommand.EndMentoring c => MentoringDecider.End(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };
}
