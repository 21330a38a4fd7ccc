using Diversion.Casework;
using Diversion.Casework.Analysis;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Programmes;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.Course;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Referral;
using Diversion.Evaluation.Reports;
using Diversion.Simulation.Demo;
using Diversion.Storage.Compliance;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Simulation.Tests.Demo;

public sealed class DemoProgrammeTests
{
    [Theory]
    [InlineData("2026-11-23T10:12:00Z")] // A Monday morning.
    [InlineData("2026-01-01T08:00:00Z")] // A bank holiday.
    [InlineData("2026-05-03T03:00:00Z")] // A Sunday night in summer time.
    [InlineData("2025-08-29T16:59:30Z")] // The end of a month, at the close of business.
    public async Task Shows_every_stage_as_of_now(string text)
    {
        var now = InstantPattern.ExtendedIso.Parse(text).Value;
        var store = new InMemoryTableStore();
        var rulebook = new Rulebook(
            SimulatedProgramme.Shipped.Catalogue, SimulatedProgramme.Shipped.Calendar, DemoStaff.Programme(new Uri("http://127.0.0.1:5080")));

        await DemoProgramme.Create(store, rulebook, now, WrappingKey.From([1]));

        var states = new List<AgreementState>();
        foreach (var id in await SimulatedProgramme.Agreements(store))
        {
            states.Add(await SimulatedProgramme.Stored(store, id));
        }

        var current = states.Where(state => state.Referral.ReferredAt >= now - Duration.FromDays(250)).ToArray();
        Assert.InRange(current.Length, 60, 80);
        Assert.Equal(Enum.GetValues<AgreementStatus>(), current.Select(state => state.Status).Distinct().Order());
        Assert.Contains(states, state => state.Alerts.Any(alert => alert.Kind == AlertKind.Arrest));
        Assert.Contains(states, state => state.Obligations.Any(open => open.RaisedToLeadAt is not null));
        Assert.Contains(states, state => state is { ChildProtection: true, Status: AgreementStatus.Active });
        Assert.Contains(states, state => state.Conditions.OfType<AppointmentCondition>().Any(
            condition => condition.Appointments.Any(meeting => meeting.Status == AppointmentStatus.EvidenceAwaited)));
        Assert.Contains(states, state => state.Status == AgreementStatus.Active && state.Conditions.OfType<TagMonitoringCondition>().Any(
            tag => tag.Events.Any(received => received.Finding is null)));

        Assert.Contains(states, state => state.Referral.Circumstances != Circumstances.None);
        Assert.Contains(states, state => state.Conditions.OfType<NoReoffendingCondition>().Any(condition => condition.Notices.Any(notice => notice.Bail is { Curfew: not null })));
        Assert.Contains(states, state => state.Complaints.Any(complaint => complaint.Acknowledged is null));
        Assert.Contains(states, state => state.Victims.All.Any(victim => victim.Requests.Any(request => request.Outcome is null)));
        Assert.All(DemoStaff.Facilitators, facilitator => Assert.Contains(states, state => state.Status == AgreementStatus.Active
            && state.Conditions.OfType<RestorativeJusticeCondition>().Any(condition => condition.IsOpen && condition.Facilitator.Id == facilitator.Id)));

        Assert.Contains(states, state => state.Conditions.OfType<CompensationCondition>().Any(condition => condition is { IsOpen: true, PaidPence: > 0, OwedPence: > 0 }));
        Assert.Contains(states, state => state is { Victims.All.Length: > 1 } && state.Conditions.OfType<ApologyCondition>().Any(condition => condition is { IsOpen: true, Victim: > 1 }));

        Assert.Contains(states, state => state.Status == AgreementStatus.Active && state.Conditions.OfType<CourseCondition>().Any(condition => condition.IsOpen));

        // Nothing is left to do from the past: the real clock only carries on.
        Assert.All(states, state => Assert.True(Agreement.NextDue(state) is not { } due || due > now));
        await foreach (var row in store.Scan(Tables.Outbox))
        {
            Assert.Fail($"Not delivered: {row.Row}");
        }
    }

    [Theory]
    [InlineData("2026-11-23T10:12:00Z", true)]
    [InlineData("2026-01-01T08:00:00Z", false)] // The bank holidays reach back two years: results of 12 months are final, those of 24 are not.
    public async Task A_closed_trial_says_what_the_effect_was_and_how_sure_that_is(string text, bool after24)
    {
        var now = InstantPattern.ExtendedIso.Parse(text).Value;
        var store = new InMemoryTableStore();
        var rulebook = new Rulebook(
            SimulatedProgramme.Shipped.Catalogue, SimulatedProgramme.Shipped.Calendar, DemoStaff.Programme(new Uri("http://127.0.0.1:5080")));

        await DemoProgramme.Create(store, rulebook, now, WrappingKey.From([1]));

        Assert.All(await TrialVerification.Run(store, "medium-risk-1"), checkedTrial => Assert.True(checkedTrial is { Fault: null, IsSealed: false, Checked: > 40 }, checkedTrial.Fault));
        var people = await new PeopleScan(store, new Pseudonyms("a secret of the tests, long enough"u8.ToArray())).All();
        foreach (var months in (int[])[12, 24])
        {
            var settings = new AnalysisSettings("Demo", now, "1") { Months = months, Trial = ("medium-risk-1", "Medium risk") };
            var result = AnalysisReport.Of(people, settings).Sections[0].Parts;
            var known = months == 12 || after24;
            Assert.Equal(known, result.OfType<ReportPart.Answer>().Any());
            Assert.Equal(known ? 3 : 0, result.OfType<ReportPart.Number>().Count(number => number.Figure.Estimate is { } estimate && estimate.Interval.Lower < estimate.Interval.Upper));
        }

        Assert.Contains(people, person => person.Trial is { Trial: "vehicle-crime-1" });
    }

    [Fact]
    public async Task Mail_is_sent_when_what_it_tells_of_happens()
    {
        var now = InstantPattern.ExtendedIso.Parse("2026-11-23T10:12:00Z").Value;
        var store = new InMemoryTableStore();
        var rulebook = new Rulebook(
            SimulatedProgramme.Shipped.Catalogue, SimulatedProgramme.Shipped.Calendar, DemoStaff.Programme(new Uri("http://127.0.0.1:5080")));
        var sent = new List<(Instant At, string Subject)>();

        await DemoProgramme.Create(store, rulebook, now, WrappingKey.From([1]), mailer: clock => new Listening(mail => sent.Add((clock.GetCurrentInstant(), mail.Subject))));

        var happened = new HashSet<Instant>();
        foreach (var id in await SimulatedProgramme.Agreements(store))
        {
            happened.UnionWith((await SimulatedProgramme.Events(store, id)).Select(recorded => recorded.At));
        }

        Assert.InRange(sent.Count, 20, 1_000);
        Assert.DoesNotContain(sent, mail => !happened.Contains(mail.At));
    }

    private sealed class Listening(Action<RenderedMail> heard) : IMailer
    {
        public ValueTask Send(RenderedMail mail, CancellationToken cancellation = default)
        {
            heard(mail);
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public void Staff_have_references_of_their_own() =>
        Assert.Equal(DemoStaff.All.Count, DemoStaff.All.Select(actor => actor.Id).Distinct(StringComparer.Ordinal).Count());
}
