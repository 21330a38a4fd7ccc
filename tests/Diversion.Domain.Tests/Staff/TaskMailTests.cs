using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Domain.Tests.Fixture;
using static Diversion.Domain.Tests.Staff.StaffCase;

namespace Diversion.Domain.Tests.Staff;

/// <summary>How people hear of their tasks by email. It is Tuesday 3 March 2026, 10am.</summary>
public sealed class TaskMailTests
{
    private static readonly Actor Kit = new("kw-1", "Kit Worker", Role.KeyWorker, "north");
    private static readonly Actor Tess = new("tm-1", "Tess Manager", Role.TeamManager, "north");
    private static readonly Instant Wednesday = Case.Time("2026-03-04 07:30");

    private static StaffEvent[] KitDaily => [new StaffEvent.TaskMailChosen("kw-1", TaskMail.Daily), new StaffEvent.ListsArranged(Wednesday)];

    [Fact]
    public void The_first_who_wants_a_daily_list_arranges_the_morning_and_the_last_ends_it()
    {
        var state = Given().When(new StaffCommand.ChooseTaskMail("kw-1", TaskMail.Daily), Kit).Then(KitDaily);
        Assert.Equal(Wednesday, StaffDue.Next(state));

        Given(KitDaily).When(new StaffCommand.ChooseTaskMail("kw-1", TaskMail.Daily), Kit).ThenNothing();
        Given(KitDaily).When(new StaffCommand.ChooseTaskMail("tm-1", TaskMail.Daily), Tess).Then(new StaffEvent.TaskMailChosen("tm-1", TaskMail.Daily));

        StaffEvent[] both = [.. KitDaily, new StaffEvent.TaskMailChosen("tm-1", TaskMail.Daily)];
        Given(both).When(new StaffCommand.ChooseTaskMail("kw-1", TaskMail.None), Kit).Then(new StaffEvent.TaskMailChosen("kw-1", TaskMail.None));
        var none = Given(KitDaily).When(new StaffCommand.ChooseTaskMail("kw-1", TaskMail.AtOnce), Kit)
            .Then(new StaffEvent.TaskMailChosen("kw-1", TaskMail.AtOnce), new StaffEvent.ListsArranged(null));
        Assert.Null(StaffDue.Next(none));
    }

    [Theory]
    [InlineData("2026-03-04 07:30", "2026-03-05 07:30")]
    [InlineData("2026-03-04 07:45", "2026-03-05 07:30")]
    [InlineData("2026-03-06 08:00", "2026-03-09 07:30")]
    [InlineData("2026-04-02 08:00", "2026-04-07 07:30")]
    [InlineData("2026-03-27 08:00", "2026-03-30 07:30")]
    public void Lists_go_out_on_working_days_and_mornings_that_were_missed_are_not_made_up_for(string now, string next) =>
        Given(KitDaily).AtTime(Case.Time(now)).When(new StaffCommand.TimePassed()).Then(new StaffEvent.ListsDue(Case.Time(next)));

    [Fact]
    public void Nobody_who_wants_one_is_left_so_they_end()
    {
        StaffEvent[] gone = [.. KitDaily, new StaffEvent.LeavingRecorded("kw-1", new LocalDate(2026, 3, 3), Case.Time("2026-03-04 00:00"))];

        Given(gone).AtTime(Wednesday).When(new StaffCommand.TimePassed()).Then(new StaffEvent.PersonLeft("kw-1"), new StaffEvent.ListsDue(null));
    }

    [Fact]
    public void Everybody_chooses_for_themselves()
    {
        Given().When(new StaffCommand.ChooseTaskMail("kw-1", TaskMail.None), Tess).ThenRefused(RefusalCode.RoleNotPermitted, "themselves");
        Given().When(new StaffCommand.ChooseTaskMail("lead-1", TaskMail.None), Lead).ThenRefused(RefusalCode.RoleNotPermitted);
        Given().When(new StaffCommand.ChooseTaskMail("kw-8", TaskMail.None), new Actor("kw-8", "Kay", Role.KeyWorker)).ThenRefused(RefusalCode.StaffUnknown);
        Given().When(new StaffCommand.ChooseTaskMail("kw-1", (TaskMail)7), Kit).ThenRefused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void Of_two_who_share_an_address_whoever_wants_most_counts()
    {
        StaffEvent[] shared =
        [
            new StaffEvent.DetailsChanged("kw-1", "Kit Worker", "team@example.org", null), new StaffEvent.DetailsChanged("tm-1", "Tess Manager", "Team@example.org", null), .. KitDaily,
        ];

        Assert.Empty(Given(shared).When(new StaffCommand.TimePassed()).ThenNothing().TaskMailByAddress);
        var state = Given([.. shared, new StaffEvent.TaskMailChosen("tm-1", TaskMail.None)]).When(new StaffCommand.TimePassed()).ThenNothing();
        Assert.Equal(TaskMail.Daily, state.TaskMailByAddress["TEAM@example.org"]);
    }
}
