using Diversion.Casework;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Scrutiny;
using Diversion.Domain.Staff;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>
/// The demo's scrutiny panel: its members in the staff directory, and a sitting about the last quarter in which two of the
/// three have given their verdicts. What they say is invented.
/// </summary>
internal static class DemoPanel
{
    private const int Cases = 6;

    public static async Task Sit(Installation installation, Instant now, CancellationToken cancellation)
    {
        await installation.Staff.Begin(now, cancellation);
        foreach (var member in DemoStaff.Panel)
        {
            Expect(await installation.Staff.Execute(
                StaffId.Programme, new StaffCommand.AddPerson(member.Id, member.Name, [member.Role]) { By = DemoStaff.FirstLead, At = now }, null, cancellation));
        }

        var sitting = SittingId.Of(Quarter.Of(WorkingCalendar.DateOf(now)).Before);
        Expect(await Do(DemoStaff.FirstLead, new SittingCommand.PlanSitting([.. DemoStaff.Panel.Select(member => member.Id)], Cases)));

        // In a quarter without a decided case there is nothing to draw, and the sitting stays planned.
        if (await Do(DemoStaff.FirstLead, new SittingCommand.DrawSample()) is not Outcome<SittingState>.Accepted { State: var drawn })
        {
            return;
        }

        foreach (var (one, member) in from one in drawn.Cases from member in DemoStaff.Panel.Skip(1) select (one, member))
        {
            Expect(await Do(member, new SittingCommand.GiveVerdict(one.Number, Verdict(one.Number, member), "Invented for the demo: the reasons are short. Say what was weighed.")));
        }

        ValueTask<Outcome<SittingState>> Do(Actor by, SittingCommand command) => installation.Scrutiny.Execute(sitting, command with { By = by, At = now }, null, cancellation);
    }

    /// <summary>Mostly the same, so that agreement between members shows something.</summary>
    private static PanelVerdict Verdict(int number, Actor member) => (number, member == DemoStaff.Panel[1]) switch
    {
        (2, _) => PanelVerdict.AppropriateWithObservations,
        (3, true) => PanelVerdict.Inappropriate,
        _ => PanelVerdict.Appropriate,
    };

    private static void Expect<TState>(Outcome<TState> outcome) where TState : class, Domain.Streams.IStreamState
    {
        if (outcome is Outcome<TState>.Refused { Refusal: var refusal })
        {
            throw new InvalidOperationException($"The demo's panel was refused: {refusal.Message}");
        }
    }
}
