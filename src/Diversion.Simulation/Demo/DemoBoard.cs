using Diversion.Casework;
using Diversion.Casework.Streams;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>What the demo's board asked for in its last meeting: one action is done, one is late with a team manager, one is to come.</summary>
internal static class DemoBoard
{
    public static async Task Meet(Installation installation, Instant now, CancellationToken cancellation)
    {
        var today = WorkingCalendar.DateOf(now);
        var quarter = $"{Quarter.Of(today).Before}";
        BoardPackCommand[] said =
        [
            new BoardPackCommand.AgreeAction(quarter, "Ask custody for a daily list of those who could be referred.", "Head of custody", today.PlusDays(-20), DemoStaff.SouthManager.Id),
            new BoardPackCommand.CloseAction(1, "It comes each morning at seven."),
            new BoardPackCommand.AgreeAction(quarter, "Find out why people wait for a first meeting in the north.", DemoStaff.NorthManager.Name, today.PlusDays(-2), DemoStaff.NorthManager.Id),
            new BoardPackCommand.AgreeAction(quarter, "Bring a proposal for speech and language therapy to the next meeting.", "Director of public health", today.PlusDays(40)),
        ];
        foreach (var command in said)
        {
            if (await installation.BoardPacks.Execute(BoardPackId.Programme, command with { By = DemoStaff.FirstLead, At = now }, null, cancellation) is Outcome<BoardPackState>.Refused { Refusal: var refusal })
            {
                throw new InvalidOperationException($"The demo's board was refused: {refusal.Message}");
            }
        }
    }
}
