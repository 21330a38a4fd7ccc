using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Victim;

internal static class VictimCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state, Func<AgreementCommand, RulesInForce> rulesOf) =>
        state.Victims.All.SelectMany(victim => Of(victim).Concat(Requests(victim, rulesOf))).Prepend(new VictimCommand.RecordVictim(true, Name: $"An example {CandidateCommands.NewId}"));

    private static IEnumerable<VictimCommand> Requests(VictimState victim, Func<AgreementCommand, RulesInForce> rulesOf)
    {
        foreach (var kind in Enum.GetValues<VictimRequestKind>())
        {
            var asked = new VictimCommand.RecordVictimRequest(kind, $"An example {CandidateCommands.NewId}", "") { Victim = victim.Number };
            yield return asked with { Decider = $"{rulesOf(asked).Scheme.Victim.Reviews.Ranks.FirstOrDefault()?.Title} Example" };
        }

        foreach (var request in victim.Requests.Where(request => request.Answered is null))
        {
            yield return new VictimCommand.AcknowledgeVictimRequest(request.Number, ToldHow.Letter) { Victim = victim.Number };
            yield return new VictimCommand.AnswerVictimRequest(request.Number, VictimRequestOutcome.Withdrawn, How: ToldHow.Letter) { Victim = victim.Number };
        }
    }

    private static IEnumerable<VictimCommand> Of(VictimState victim) =>
    [
        // The name stays: not everybody who corrects details corrects it.
        new VictimCommand.RecordVictim(true, victim.Details.Enhanced, victim.Details.Name, $"An example {CandidateCommands.NewId}")
        {
            Victim = victim.Number,
            Kind = victim.Details.Kind,
            ContactPerson = victim.Details.ContactPerson,
        },
        new VictimCommand.RecordVictimViews(victim.Views is null ? "An example." : null) { Victim = victim.Number },
        new VictimCommand.ReferVictimToSupport(ToldHow.Telephone) { Victim = victim.Number },
        new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone) { Victim = victim.Number },
        new VictimCommand.TellVictim(VictimNews.Ending, ToldHow.Telephone) { Victim = victim.Number },
        new VictimCommand.OptVictimOut { Victim = victim.Number },
        new VictimCommand.OptVictimIn { Victim = victim.Number },
        new VictimCommand.RecordVictimSatisfaction(true, 5, 5, victim.Satisfaction is { Informed: 5, Treated: 5, Outcome: 5 } ? 4 : 5) { Victim = victim.Number },
        new VictimCommand.RemoveVictim { Victim = victim.Number },
    ];
}
