using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Agreements;

public sealed class CommandTests
{
    /// <summary>The programme's table of roles, deliberately kept separate from the catalogue.</summary>
    public static TheoryData<string, Role[]> Duties => new()
    {
        { "refer", [Role.PoliceOfficer, Role.Sergeant] },
        { "approve-eligibility", [Role.Sergeant] },
        { "override-risk", [Role.Sergeant] },
        { "make-offer", [Role.PoliceOfficer, Role.Sergeant] },
        { "sign-agreement", [Role.PoliceOfficer, Role.Sergeant] },
        { "propose-breach", [Role.KeyWorker, Role.TeamManager, Role.ProgrammeLead] },
        { "decide-breach", [Role.ProgrammeLead] },
        { "vary-agreement", [Role.ProgrammeLead] },
        { "extend-term", [Role.ProgrammeLead] },
        { "waive-condition", [Role.ProgrammeLead] },
        { "change-key-worker", [Role.TeamManager, Role.ProgrammeLead] },
        { "cover-case", [Role.TeamManager, Role.ProgrammeLead] },
        { "pass-time", [Role.Clock] },
    };

    [Fact]
    public void There_is_a_sample_of_every_command() =>
        Assert.Equal(
            CommandCatalogue.All.Select(entry => entry.Name).Order(),
            Samples.EachCommand().Select(command => CommandCatalogue.Of(command).Name).Order());

    [Theory]
    [MemberData(nameof(Duties))]
    public void The_programmes_table_says_who_does_it(string command, Role[] roles) =>
        Assert.Equal(roles.Order(), CommandCatalogue.All.Single(entry => entry.Name == command).Roles.Order());

    [Fact]
    public void Every_command_by_every_role_is_refused_or_not_by_the_catalogue()
    {
        foreach (var command in Samples.EachCommand())
        {
            var entry = CommandCatalogue.Of(command);
            foreach (var role in Enum.GetValues<Role>())
            {
                var active = Brought.ToActive(Brought.Five()).On("2026-03-10").When(command, People.In(role));

                Assert.True(
                    entry.Roles.Contains(role) == (active.Refusal?.Code != RefusalCode.RoleNotPermitted),
                    $"{entry.Name} by {role}: {active.Refusal?.Message}");
            }
        }
    }

    [Fact]
    public void An_analyst_records_follow_up_and_does_nothing_else() =>
        Assert.Equal(
            CommandCatalogue.All.Where(entry => entry.Process == "follow-up").Select(entry => entry.Name),
            CommandCatalogue.All.Where(entry => entry.Roles.Contains(Role.Analyst)).Select(entry => entry.Name));

    [Fact]
    public void A_supervisor_marks_who_came_and_does_nothing_else() =>
        Assert.Equal(["record-attendance"], CommandCatalogue.All.Where(entry => entry.Roles.Contains(Role.Supervisor)).Select(entry => entry.Name));

    [Fact]
    public void A_provider_has_to_do_with_their_own_condition_and_support_only() =>
        Assert.Equal(
            [
                "accept-pathway-referral", "add-note", "answer-health-check", "arrange-placement", "book-course", "cancel-visit", "close-pathway", "decline-pathway-referral", "end-mentoring", "keep-document", "log-mentor-meeting", "record-absence-notice", "record-attendance",
                "record-contact-attempt", "record-health-check", "record-onward-outcome", "record-pathway-assessment", "record-visit", "refer-onward", "reschedule-appointment", "schedule-appointment", "schedule-series",
            ],
            CommandCatalogue.All.Where(entry => entry.Roles.Contains(Role.Provider)).Select(entry => entry.Name).Order());

    /// <summary>An arm only follows what a trial has drawn, an appointment what a service has given, an erasure what a lead has ordered.</summary>
    [Fact]
    public void The_clock_decides_nothing() =>
        Assert.Equal(
            ["allocate-arm", "book-visit", "cancel-visit", "end-erasure", "pass-time", "report-undelivered"],
            CommandCatalogue.All.Where(entry => entry.Roles.Contains(Role.Clock)).Select(entry => entry.Name).Order());

    [Fact]
    public void Every_command_that_needs_a_reason_is_refused_without_one()
    {
        var active = Brought.ToActive(Brought.Five());

        Assert.All(
            Samples.EachCommand().Where(command => command.NeedsReason),
            command =>
            {
                var bare = command with { At = active.Now, By = People.In(CommandCatalogue.Of(command).Roles[0]), Reason = "  " };
                Assert.Equal(RefusalCode.ReasonMissing, Agreement.Decide(active.State, bare, active.RulesInForce).Refusal!.Code);
            });
    }

    [Fact]
    public void A_repeated_command_yields_no_events()
    {
        // Two notes with the same text are two notes; everything else is done once.
        foreach (var command in Samples.EachCommand().Where(command => command is not TermCommand.AddNote))
        {
            foreach (var bring in (Func<Case>[])[() => Brought.ToReferred(), () => Brought.ToEligible(), () => Brought.ToOffered(Brought.Five()), Busy])
            {
                var agreement = bring();
                if (agreement.When(command).Events.Count == 0)
                {
                    continue;
                }

                agreement.When(command);

                Assert.True(agreement.Events.Count == 0, $"{command.GetType().Name} raised {string.Join(", ", agreement.Events)} when repeated");
            }
        }
    }

    private static Case Busy() => Brought.ToActive(Brought.Supervision(), Brought.Reparation(), Brought.Tag(), Brought.RestorativeJustice()).Fitted()
        .On("2026-03-10")
        .Given(
            new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Case.Time("2026-03-10 09:00"), 60),
            new TagMonitoringCommand.ReceiveTagEvent("tag-monitoring", "e-1", TagEventKind.NoSignal, Case.Time("2026-03-10 09:00")));
}
