using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>The person answers a proposed breach within the time for it, does not wish to, or says nothing.</summary>
internal static class AnswerPlan
{
    private static readonly string[] Sayings =
    [
        "I was ill and could not ring.",
        "The bus did not come, and I had no credit on my telephone.",
        "I had work and was afraid to ask for time off.",
        "I want to go on with it and finish.",
    ];

    public static void Answer(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var roll = file.Chance.Unit();
        var given = setting.Behaviour["answer.given"];
        if (roll >= given + setting.Behaviour["answer.declined"])
        {
            return;
        }

        var how = (AnsweredHow)file.Chance.Between(0, 3);
        var said = roll < given ? Sayings[file.Chance.Between(0, Sayings.Length - 1)] : null;
        file.Plan(setting.Hours.Within(now, open.Deadline.Due, file.Chance), (state, on) => state.HasObligation(open.Id)
            ? new TellingCommand.RecordAnswer(open.About().Item!, how, on, said, said is null, how == AnsweredHow.ThroughSomebody ? "A relative" : null)
            {
                By = file.Team.Worker(state),
                At = on,
            }
            : null);
    }
}
