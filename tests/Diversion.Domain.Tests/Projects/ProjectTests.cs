using Diversion.Domain.Agreements;
using Diversion.Domain.Projects;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Projects;

/// <summary>A reparation project: asked for by a partner, accepted by a lead, and its risk assessment made again in time.</summary>
public sealed class ProjectTests
{
    private static readonly Instant Now = Case.Time("2026-04-02 10:00");
    private static readonly ProjectId Id = new("canal-path");
    private static readonly Actor Other = new("provider-2", "Paz Other", Role.Provider, Organisation: "Elsewhere");

    private static readonly ProjectEntry Entry = new("Canal path", "Locks 3 to 5", "Riverside", "Harbour", ProjectPurpose.Environment, "Cut back brambles.")
    {
        Supervisor = "supervisor-1", Capacity = 8,
    };

    private static readonly ProjectInputs Inputs = new(
        new StaffDirectory([], [], ["Harbour", "Elsewhere"])
        {
            Supervisors = [new(new StaffRef("supervisor-1", "Sol Supervisor"), "Harbour"), new(new StaffRef("supervisor-2", "Sky Other"), "Elsewhere")],
        },
        new Deadlines(Shipped.Checkpoint.Calendar, Shipped.Checkpoint.Scheme.Escalation));

    [Fact]
    public void A_partner_asks_a_lead_accepts_and_a_repeat_changes_nothing()
    {
        var asked = Decide(null, new ProjectCommand.RequestWork(Entry), People.Provider);
        Assert.Equal(new ProjectEvent.WorkRequested("canal-path", Entry, People.Provider.AsStaff(), Now), Assert.Single(asked.Events));
        Assert.Equal(ProjectStatus.Requested, asked.State.Status);
        Assert.Empty(Decide(asked.State, new ProjectCommand.RequestWork(Entry), People.Provider).Events);
        Assert.Equal(RefusalCode.ProjectExists, Decide(asked.State, new ProjectCommand.RequestWork(Entry with { Capacity = 3 }), People.Provider).Refusal?.Code);
        Assert.Equal(RefusalCode.ProjectNotOpen, Decide(asked.State, new ProjectCommand.CloseProject { Reason = "No." }, People.Provider).Refusal?.Code);

        var accepted = Decide(asked.State, new ProjectCommand.AcceptRequest(), People.Lead);
        Assert.Equal(new ProjectEvent.RequestAccepted(People.Lead.AsStaff(), Now), Assert.Single(accepted.Events));
        Assert.Equal(ProjectStatus.Open, accepted.State.Status);
        Assert.Empty(Decide(accepted.State, new ProjectCommand.AcceptRequest(), People.Lead).Events);
        Assert.Equal(RefusalCode.ProjectNotRequested, Decide(accepted.State, new ProjectCommand.DeclineRequest { Reason = "No." }, People.Lead).Refusal?.Code);
    }

    [Fact]
    public void A_request_is_declined_with_a_reason_only()
    {
        var asked = Decide(null, new ProjectCommand.RequestWork(Entry), People.Provider).State;
        Assert.Equal(RefusalCode.TextMissing, Decide(asked, new ProjectCommand.DeclineRequest { Reason = " " }, People.Lead).Refusal?.Code);
        var declined = Decide(asked, new ProjectCommand.DeclineRequest { Reason = "It is for one firm." }, People.Lead);
        Assert.Equal(new ProjectEvent.RequestDeclined("It is for one firm.", People.Lead.AsStaff(), Now), Assert.Single(declined.Events));
        Assert.Equal((ProjectStatus.Declined, "It is for one firm."), (declined.State.Status, declined.State.DeclinedBecause));
        Assert.Equal(RefusalCode.ProjectNotOpen, Decide(declined.State, new ProjectCommand.ReopenProject(), People.Lead).Refusal?.Code);
    }

    [Fact]
    public void A_partner_changes_its_own_projects_and_asks_for_itself_alone()
    {
        var added = Added();
        ProjectCommand[] all = [new ProjectCommand.ChangeProject(Entry with { Capacity = 1 }), new ProjectCommand.CloseProject { Reason = "Ha." }, new ProjectCommand.RecordRiskAssessment(new(new(2026, 1, 1), new(2027, 1, 1)))];
        Assert.All(all, command => Assert.Equal(RefusalCode.ProjectNotYours, Decide(added, command, Other).Refusal?.Code));
        Assert.Equal(RefusalCode.ProjectNotYours, Decide(null, new ProjectCommand.RequestWork(Entry), Other).Refusal?.Code);
        Assert.Equal(RefusalCode.ProjectNotYours, Decide(added, new ProjectCommand.ChangeProject(Entry with { Partner = "Elsewhere", Supervisor = null }), People.Provider).Refusal?.Code);
        Assert.Equal(RefusalCode.RoleNotPermitted, Decide(null, new ProjectCommand.AddProject(Entry), People.Provider).Refusal?.Code);
        Assert.All(
            all.Append(new ProjectCommand.AddProject(Entry)).Append(new ProjectCommand.AcceptRequest()),
            command => Assert.Equal(RefusalCode.RoleNotPermitted, Decide(added, command, People.Supervisor).Refusal?.Code));

        var changed = Decide(added, new ProjectCommand.ChangeProject(Entry with { Capacity = 10, Partner = " HARBOUR" }), People.Provider);
        Assert.Equal((10, "Harbour", "Pat Provider"), (changed.State.Entry.Capacity!.Value, changed.State.Entry.Partner, changed.State.ChangedBy.Name));
        Assert.Empty(Decide(changed.State, new ProjectCommand.ChangeProject(Entry with { Capacity = 10 }), People.Lead).Events);
        Assert.Equal(RefusalCode.ProjectUnknown, Decide(null, new ProjectCommand.ChangeProject(Entry), People.Lead).Refusal?.Code);
    }

    [Fact]
    public void The_review_of_a_risk_assessment_is_chased_by_the_ladder_until_the_next_one_is_recorded()
    {
        var assessed = Decide(Added(), new ProjectCommand.RecordRiskAssessment(new(new(2026, 4, 1), new(2026, 5, 14), " file 3 ")), People.Provider).State;
        Assert.Equal(("file 3", new LocalDate(2026, 5, 14)), (assessed.Risk!.Reference, assessed.NextDue!.Value.InUtc().Date));
        var (state, told, at) = (assessed, 0, Now);
        while (state.NextDue is { } due)
        {
            var passed = Decide(state, new ProjectCommand.TimePassed(), Actor.Clock, due);
            Assert.IsType<ProjectEvent.LeadsReminded>(Assert.Single(passed.Events));
            Assert.Empty(Decide(passed.State, new ProjectCommand.TimePassed(), Actor.Clock, due).Events);
            (state, told, at) = (passed.State, told + 1, due);
        }

        Assert.Equal(assessed.Review!.Ladder.Length, told);
        Assert.True(state.ReviewWaits);
        var again = Decide(state, new ProjectCommand.RecordRiskAssessment(new(new(2026, 5, 15), new(2027, 5, 14))), People.Provider, at).State;
        Assert.Equal((false, new LocalDate(2027, 5, 14)), (again.ReviewWaits, again.Risk!.ReviewOn));
        var closed = Decide(state, new ProjectCommand.CloseProject { Reason = "Done." }, People.Lead, at).State;
        Assert.Equal((false, null), (closed.ReviewWaits, closed.NextDue));
        Assert.Equal(ProjectStatus.Open, Decide(closed, new ProjectCommand.ReopenProject(), People.Lead, at).State.Status);
    }

    [Theory]
    [InlineData("2026-04-03", "2027-01-01", "assessment.madeOn")]
    [InlineData("1999-12-31", "2027-01-01", "assessment.madeOn")]
    [InlineData("2026-04-01", "2026-04-01", "assessment.reviewOn")]
    [InlineData("2026-04-01", "2100-01-01", "assessment.reviewOn")]
    public void Dates_of_a_risk_assessment_that_cannot_be_are_refused(string made, string review, string field)
    {
        var command = new ProjectCommand.RecordRiskAssessment(new(Day(made), Day(review)));
        Assert.Equal(field, Assert.IsType<Refusal.Invalid>(Decide(Added(), command, People.Lead).Refusal).Field);
    }

    public static TheoryData<string, ProjectEntry> Faulty => new()
    {
        { "name", Entry with { Name = " " } },
        { "name", Entry with { Name = "Canal\u202Egnp" } },
        { "place", Entry with { Place = new string('x', 201) } },
        { "area", Entry with { Area = "" } },
        { "partner", Entry with { Partner = "Nobody", Supervisor = null } },
        { "purpose", Entry with { Purpose = (ProjectPurpose)9 } },
        { "work", Entry with { Work = new string('x', ProjectEntry.LongestProse + 1) } },
        { "after", Entry with { After = new string('x', ProjectEntry.LongestProse + 1) } },
        { "before", Entry with { Before = "\u0000" } },
        { "supervisor", Entry with { Supervisor = "supervisor-2" } },
        { "supervisor", Entry with { Supervisor = "nobody" } },
        { "capacity", Entry with { Capacity = 0 } },
        { "startsOn", Entry with { StartsOn = new(1999, 1, 1) } },
        { "endsOn", Entry with { StartsOn = new(2026, 5, 2), EndsOn = new(2026, 5, 1) } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_entry_is_refused_with_its_field(string field, ProjectEntry entry)
    {
        var refused = Decide(null, new ProjectCommand.AddProject(entry), People.Lead);
        Assert.Empty(refused.Events);
        Assert.Equal($"entry.{field}", Assert.IsType<Refusal.Invalid>(refused.Refusal).Field);
    }

    [Fact]
    public void An_id_that_is_none_is_refused() =>
        Assert.Equal(RefusalCode.ProjectFaulty, ProjectDecider.Decide(new ProjectId("../x"), null, new ProjectCommand.AddProject(Entry) { By = People.Lead, At = Now }, Inputs).Refusal?.Code);

    private static ProjectState Added() => Decide(null, new ProjectCommand.AddProject(Entry), People.Lead).State;

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static Decision<ProjectState, ProjectEvent> Decide(ProjectState? state, ProjectCommand command, Actor by, Instant? at = null) =>
        ProjectDecider.Decide(Id, state, command with { By = by, At = at ?? Now }, Inputs);
}
