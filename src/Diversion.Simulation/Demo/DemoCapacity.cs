using Diversion.Casework;
using Diversion.Casework.Streams;
using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>What the demo's key workers can carry: one of them has more than that.</summary>
internal static class DemoCapacity
{
    private const int Usual = 60;

    public static async Task Set(Installation installation, Instant now, CancellationToken cancellation)
    {
        foreach (var (index, worker) in DemoStaff.KeyWorkers.Index())
        {
            // The second works two days a week.
            var command = new StaffCommand.SetCapacity(worker.Id, index == 1 ? Usual / 10 : Usual);
            if (await installation.Staff.Execute(StaffId.Programme, command with { By = DemoStaff.FirstLead, At = now }, null, cancellation) is Outcome<StaffState>.Refused { Refusal: var refusal })
            {
                throw new InvalidOperationException($"The demo's capacity was refused: {refusal.Message}");
            }
        }
    }
}
