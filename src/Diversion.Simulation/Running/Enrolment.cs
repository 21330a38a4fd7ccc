using Diversion.Casework.Record;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using Diversion.Simulation.Planning;
using Diversion.Simulation.Reporting;

namespace Diversion.Simulation.Running;

/// <summary>Everybody of a simulation, made up on one thread: referred on working days spread evenly over the months.</summary>
internal static class Enrolment
{
    public static List<CaseFile> Of(SimulationOrder order, Setting setting, ProgrammeStaff staff)
    {
        var days = setting.Hours.WorkingDays(order.Start, order.Start.PlusMonths(order.Months).PlusDays(-1));
        var people = new Participants(setting);
        var files = new List<CaseFile>(order.Participants);
        for (var index = 0; index < order.Participants; index++)
        {
            var chance = new Chance(order.Seed, index);
            var reference = $"SIM-{order.Seed}-{index:D5}";
            var referred = OfficeHours.Slot(chance.Pick(days), chance.Below(16));
            files.Add(new CaseFile(
                index,
                AgreementIds.FromCustodyReference(reference),
                people.Make(chance, index, reference, referred, Traits.Ordinary),
                CaseTeam.Of(staff, index),
                chance));
        }

        return files;
    }
}
