using System.Diagnostics;
using Diversion.Casework;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Casework.Schemes;
using Diversion.Casework.Storage;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using Diversion.Simulation.Planning;
using Diversion.Simulation.Reporting;
using Diversion.Simulation.VirtualTime;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Diversion.Simulation.Running;

/// <summary>Runs one simulation on a store: enrols over the months, continues until nothing is left to happen, and follows everybody up over 24 months.</summary>
public static class SimulationRun
{
    private static readonly Uri NoPages = new("http://127.0.0.1:5080");

    /// <param name="progress">Called with the share of virtual time that has passed.</param>
    public static async Task<SimulationResult> Run(
        ITableStore store, SimulationOrder order, Behaviour behaviour, Action<double>? progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var setting = new Setting(behaviour, new OfficeHours(order.Calendar), order.Scheme);
        var staff = ProgrammeStaff.For(
            order.Participants, behaviour.Whole("staff.participantsPerKeyWorker"), behaviour.Whole("staff.participantsPerOfficer"));
        var rulebook = new Rulebook(
            new SchemeCatalogue([order.Scheme]), order.Calendar, staff.Programme("Simulated programme", order.Scheme.Name, NoPages));
        var (begins, ends) = (OfficeHours.Slot(order.Start, 0), WorkingCalendar.EndOf(order.Last));
        var (post, changes, clock) = (new CountingPost(), new ChangeQueue(), new TimeMachine(null, begins));
        using var installation = new Installation(
            store, rulebook, post, post, changes, NullLoggerFactory.Instance, WrappingKey.From(BitConverter.GetBytes(order.Seed)), new RepeatableSeeds(order.Seed), post);
        if (behaviour["trial.randomised"] > 0)
        {
            var protocol = SimulatedTrial.ForSimulation(order.Start, LastOfTrial(order, behaviour), Math.Max(2, Math.Min(order.Participants, TrialDecider.MostPeople)));
            setting = setting with { Trials = [await SimulatedTrial.Open(installation, "simulated", protocol, staff.Leads[0], begins, cancellation)] };
        }

        var engine = new Engine(installation, clock, changes, setting, order.AtOnce);
        var files = Enrolment.Of(order, setting, staff);
        foreach (var file in files)
        {
            engine.Enrol(file);
        }

        await engine.Run(ends, Duration.FromDays(1), now => progress?.Invoke((now - begins) / (ends - begins)), cancellation);
        await FollowUpYears.Run(installation, files, setting, order.Last, order.AtOnce, engine.Refusals, cancellation);
        var tally = await Tally.Of(installation, [.. files.Select(file => file.Id)], cancellation);
        return new SimulationResult(order, behaviour, staff.KeyWorkers, tally, engine.Refusals.Counts, post.Mails, post.Notices, watch.Elapsed);
    }

    private static LocalDate LastOfTrial(SimulationOrder order, Behaviour behaviour)
    {
        var days = Period.DaysBetween(order.Start, order.Start.PlusMonths(order.Months));
        return order.Start.PlusDays(Math.Max(1, (int)Math.Round(days * Math.Min(1, behaviour["trial.randomised"]))) - 1);
    }
}
