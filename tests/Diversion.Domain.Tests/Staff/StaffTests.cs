using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Time;
using static Diversion.Domain.Tests.Staff.StaffCase;

namespace Diversion.Domain.Tests.Staff;

public sealed class StaffTests
{
    private static readonly StaffCommand.AddPerson NewWorker = new("kw-2", "Kim New", [Role.KeyWorker], "North", Email: "kim@example.org", Phone: "0191 498 0001");
    private static readonly LocalDate Friday = new(2026, 3, 6);

    [Fact]
    public void A_directory_begins_once()
    {
        var import = new StaffCommand.ImportDirectory("lists", [new Member("l", "L", [Role.ProgrammeLead])], [], []);

        Nothing().When(import).Then(new StaffEvent.DirectoryImported(import.Source, import.People, import.Teams, import.Organisations));
        Given().When(import with { Source = "others" }).ThenNothing();
        Nothing().When(NewWorker).ThenRefused(RefusalCode.DirectoryMissing, "Start the server");
    }

    [Fact]
    public void Somebody_is_added_under_the_team_as_the_directory_calls_it()
    {
        var state = Given().When(NewWorker).Then(new StaffEvent.PersonAdded(
            new Member("kw-2", "Kim New", [Role.KeyWorker], "north", null, "kim@example.org", "0191 498 0001")));

        Assert.Equal("kim@example.org", state.Directory.KeyWorker("KW-2")!.Email);
    }

    [Fact]
    public void Somebody_who_starts_later_takes_no_work_before()
    {
        var added = Given().When(NewWorker with { From = Friday }).Then(new StaffEvent.PersonAdded(
            new Member("kw-2", "Kim New", [Role.KeyWorker], "north", null, "kim@example.org", "0191 498 0001") { StartsAt = WorkingCalendar.At(Friday, LocalTime.Midnight) }));

        Assert.Null(added.Directory.KeyWorker("kw-2"));
        Assert.Equal(WorkingCalendar.At(Friday, LocalTime.Midnight), StaffDue.Next(added));
        var started = new StaffEvent.PersonAdded(added.Person("kw-2")!);
        var after = Given(started).AtTime(Case.Time("2026-03-06 00:00")).When(new StaffCommand.TimePassed()).Then(new StaffEvent.PersonStarted("kw-2"));
        Assert.NotNull(after.Directory.KeyWorker("kw-2"));
        Assert.Null(StaffDue.Next(after));
    }

    [Theory]
    [InlineData("kw-1")]
    [InlineData("KW-1")]
    [InlineData("kw\u20111")]
    public void An_id_is_given_once(string id) => Given().When(NewWorker with { Id = id }).ThenRefused(RefusalCode.StaffExists, "Kit Worker");

    [Fact]
    public void The_id_of_somebody_who_left_is_not_given_again() =>
        Given(Leaving("kw-1"), new StaffEvent.PersonLeft("kw-1")).When(NewWorker with { Id = "kw-1" }).ThenRefused(RefusalCode.StaffExists, "has left");

    public static TheoryData<StaffCommand, string> Faulty => new()
    {
        { NewWorker with { Id = "" }, RefusalCode.TextMissing },
        { NewWorker with { Id = "kim@example.org" }, RefusalCode.TextInvalid },
        { NewWorker with { Id = "a/b" }, RefusalCode.TextInvalid },
        { NewWorker with { Name = " " }, RefusalCode.TextMissing },
        { NewWorker with { Name = "Kim \u202Enew" }, RefusalCode.TextInvalid },
        { NewWorker with { Name = new string('x', 201) }, RefusalCode.TextTooLong },
        { NewWorker with { Email = "kim at example" }, RefusalCode.EmailInvalid },
        { NewWorker with { Phone = "call me" }, RefusalCode.TelephoneInvalid },
        { NewWorker with { Roles = [] }, RefusalCode.RolesMissing },
        { NewWorker with { Roles = default }, RefusalCode.RolesMissing },
        { NewWorker with { Roles = [Role.Clock] }, RefusalCode.RoleNotForPeople },
        { NewWorker with { Roles = [Role.Feed] }, RefusalCode.RoleNotForPeople },
        { NewWorker with { Roles = [(Role)99] }, RefusalCode.RoleNotForPeople },
        { NewWorker with { Team = "west" }, RefusalCode.TeamUnknown },
        { NewWorker with { Organisation = "Green Spaces" }, RefusalCode.OrganisationUnknown },
        { NewWorker with { Roles = [Role.Provider] }, RefusalCode.OrganisationUnknown },
        { NewWorker with { Roles = [Role.Provider], Organisation = "Nobody" }, RefusalCode.OrganisationUnknown },
        { NewWorker with { From = new LocalDate(2028, 1, 1) }, RefusalCode.ValueOutOfRange },
        { new StaffCommand.ChangeDetails("nobody", "N"), RefusalCode.StaffUnknown },
        { new StaffCommand.ChangeDetails("kw-1", ""), RefusalCode.TextMissing },
        { new StaffCommand.ChangeDetails("kw-1", "Kit", "x"), RefusalCode.EmailInvalid },
        { new StaffCommand.ChangeRoles("kw-1", []), RefusalCode.RolesMissing },
        { new StaffCommand.MovePerson("kw-1", "west"), RefusalCode.TeamUnknown },
        { new StaffCommand.RecordLeaver("kw-1", new LocalDate(2026, 3, 2)), RefusalCode.DateInPast },
        { new StaffCommand.RecordLeaver("kw-1", new LocalDate(2027, 3, 4)), RefusalCode.ValueOutOfRange },
        { new StaffCommand.RecordLeaver("tm-1", Friday), RefusalCode.TeamManaged },
        { new StaffCommand.ArrangeCover("kw-1", "kw-1", Friday), RefusalCode.CoverBySelf },
        { new StaffCommand.ArrangeCover("kw-1", "nobody", Friday), RefusalCode.StaffUnknown },
        { new StaffCommand.ArrangeCover("kw-1", "tm-1", new LocalDate(2026, 3, 2)), RefusalCode.DateInPast },
        { new StaffCommand.ArrangeCover("kw-1", "tm-1", new LocalDate(2026, 6, 4)), RefusalCode.ValueOutOfRange },
        { new StaffCommand.EndCover("kw-1"), RefusalCode.CoverNone },
        { new StaffCommand.AddTeam("NORTH", "Other"), RefusalCode.TeamExists },
        { new StaffCommand.AddTeam("west", "north"), RefusalCode.TeamExists },
        { new StaffCommand.AddTeam("west", "West", "nobody"), RefusalCode.StaffUnknown },
        { new StaffCommand.RenameTeam("south", "North"), RefusalCode.TeamExists },
        { new StaffCommand.RenameTeam("west", "West"), RefusalCode.TeamUnknown },
        { new StaffCommand.CloseTeam("north"), RefusalCode.TeamHasMembers },
        { new StaffCommand.AddOrganisation("green  spaces"), RefusalCode.OrganisationExists },
        { new StaffCommand.CloseOrganisation("Green Spaces"), RefusalCode.OrganisationHasMembers },
        { new StaffCommand.CloseOrganisation("Nobody"), RefusalCode.OrganisationUnknown },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Whatever_cannot_be_is_refused(StaffCommand command, string code) => Given().When(command).ThenRefused(code);

    [Fact]
    public void Only_a_lead_changes_staff_and_only_the_clock_passes_time()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not Role.ProgrammeLead))
        {
            Given().When(NewWorker, new Actor("x", "X", role)).ThenRefused(RefusalCode.RoleNotPermitted);
        }

        Given().When(new StaffCommand.TimePassed(), Lead).ThenRefused(RefusalCode.RoleNotPermitted);
        Given().When(new StaffCommand.ImportDirectory("x", [], [], []), Lead).ThenRefused(RefusalCode.RoleNotPermitted);
    }

    [Fact]
    public void Roles_change_and_a_provider_gets_an_organisation()
    {
        Given().When(new StaffCommand.ChangeRoles("kw-1", [Role.Provider], "clear start")).Then(new StaffEvent.RolesChanged("kw-1", [Role.Provider], "Clear Start"));
        Given().When(new StaffCommand.ChangeRoles("kw-1", [Role.KeyWorker, Role.KeyWorker])).ThenNothing();
    }

    [Fact]
    public void The_last_lead_neither_leaves_nor_gives_the_role_away()
    {
        Given().When(new StaffCommand.RecordLeaver("lead-1", Friday)).Then(Leaving("lead-1"));
        Given(Leaving("lead-2")).When(new StaffCommand.RecordLeaver("lead-1", Friday)).ThenRefused(RefusalCode.LastLead, "Lee Lead");
        Given(Leaving("lead-2")).When(new StaffCommand.ChangeRoles("lead-1", [Role.KeyWorker])).ThenRefused(RefusalCode.LastLead);
        Given(Leaving("lead-2")).When(new StaffCommand.ChangeRoles("lead-2", [Role.KeyWorker])).Then(new StaffEvent.RolesChanged("lead-2", [Role.KeyWorker], null));
    }

    [Fact]
    public void A_leaver_with_open_cases_passes_them_on_first()
    {
        var busy = Given().With(openCases: 3);

        busy.When(new StaffCommand.RecordLeaver("kw-1", Friday)).ThenRefused(RefusalCode.CasesOpen, "3 open cases");
        busy.When(new StaffCommand.ChangeRoles("kw-1", [Role.Analyst])).ThenRefused(RefusalCode.CasesOpen);
        busy.When(new StaffCommand.CloseOrganisation("Clear Start")).ThenRefused(RefusalCode.CasesOpen, "Clear Start");
    }

    [Fact]
    public void A_leaver_takes_no_new_work_works_until_the_last_day_and_then_has_left()
    {
        var leaving = Given().When(new StaffCommand.RecordLeaver("kw-1", Friday)).Then(Leaving("kw-1"));
        Assert.Null(leaving.Directory.KeyWorker("kw-1"));
        Assert.True(leaving.Person("kw-1")!.IsActive);
        Assert.Equal(WorkingCalendar.EndOf(Friday), StaffDue.Next(leaving));

        Given(Leaving("kw-1")).AtTime(Case.Time("2026-03-06 23:59")).When(new StaffCommand.TimePassed()).ThenNothing();
        var gone = Given(Leaving("kw-1")).AtTime(Case.Time("2026-03-07 00:00")).When(new StaffCommand.TimePassed()).Then(new StaffEvent.PersonLeft("kw-1"));
        Assert.False(gone.Person("kw-1")!.IsActive);
        Assert.Null(StaffDue.Next(gone));
        Given(Leaving("kw-1"), new StaffEvent.PersonLeft("kw-1")).When(new StaffCommand.MovePerson("kw-1", "south")).ThenRefused(RefusalCode.StaffLeft, "6 March 2026");
    }

    [Fact]
    public void A_leaver_may_stay_after_all_and_the_day_may_move()
    {
        Given(Leaving("kw-1")).When(new StaffCommand.CancelLeaver("kw-1")).Then(new StaffEvent.LeavingCancelled("kw-1"));
        Given(Leaving("kw-1")).When(new StaffCommand.RecordLeaver("kw-1", Friday)).ThenNothing();
        Given(Leaving("kw-1")).When(new StaffCommand.RecordLeaver("kw-1", Friday.PlusDays(3))).Then(
            new StaffEvent.LeavingRecorded("kw-1", Friday.PlusDays(3), WorkingCalendar.EndOf(Friday.PlusDays(3))));
        Given().When(new StaffCommand.CancelLeaver("kw-1")).ThenNothing();
    }

    [Fact]
    public void Cover_ends_on_its_last_day_and_with_either_person()
    {
        var cover = new StaffEvent.CoverArranged("kw-1", new StaffCover("tm-1", Friday, WorkingCalendar.EndOf(Friday)));
        Given().When(new StaffCommand.ArrangeCover("kw-1", "TM-1", Friday)).Then(cover);
        Given(cover).When(new StaffCommand.EndCover("kw-1")).Then(new StaffEvent.CoverEnded("kw-1"));
        Given(cover).AtTime(Case.Time("2026-03-07 00:00")).When(new StaffCommand.TimePassed()).Then(new StaffEvent.CoverEnded("kw-1"));

        var earlier = Friday.PlusDays(-1);
        var leaving = new StaffEvent.LeavingRecorded("tm-1", earlier, WorkingCalendar.EndOf(earlier));
        Given(cover, leaving).AtTime(Case.Time("2026-03-06 09:00")).When(new StaffCommand.TimePassed())
            .Then(new StaffEvent.PersonLeft("tm-1"), new StaffEvent.CoverEnded("kw-1"));
        Given(Leaving("tm-1")).When(new StaffCommand.ArrangeCover("kw-1", "tm-1", Friday)).ThenRefused(RefusalCode.StaffNotActive);
    }

    [Fact]
    public void What_an_outage_missed_happens_in_order_and_once()
    {
        var cover = new StaffEvent.CoverArranged("kw-1", new StaffCover("lead-2", new LocalDate(2026, 3, 4), WorkingCalendar.EndOf(new LocalDate(2026, 3, 4))));
        var late = Given(cover, Leaving("kw-1")).AtTime(Case.Time("2026-04-01 10:00"));

        var after = late.When(new StaffCommand.TimePassed()).Then(new StaffEvent.CoverEnded("kw-1"), new StaffEvent.PersonLeft("kw-1"));

        Assert.Null(StaffDue.Next(after));
    }

    [Fact]
    public void A_team_is_added_renamed_managed_and_closed()
    {
        var added = new StaffEvent.TeamAdded(new Team("west", "West", "kw-1"));
        Given().When(new StaffCommand.AddTeam("west", "West", "kw-1")).Then(added);
        Given(added).When(new StaffCommand.RenameTeam("west", "Far west")).Then(new StaffEvent.TeamRenamed("west", "Far west"));
        Assert.Equal("kw-1", Given(added).When(new StaffCommand.RenameTeam("west", "West")).ThenNothing().Managers["west"].Id);
        Given(added).When(new StaffCommand.ChangeTeamManager("west", "tm-1")).Then(new StaffEvent.TeamManagerChanged("west", "tm-1"));
        Given(added).When(new StaffCommand.CloseTeam("west")).Then(new StaffEvent.TeamClosed("west"));
        Given(added, new StaffEvent.TeamClosed("west")).When(new StaffCommand.MovePerson("kw-1", "west")).ThenRefused(RefusalCode.TeamUnknown);
        Given(Leaving("kw-1"), new StaffEvent.PersonLeft("kw-1"), new StaffEvent.PersonMoved("tm-1", "south")).When(new StaffCommand.CloseTeam("north"))
            .Then(new StaffEvent.TeamClosed("north"));
    }

    [Fact]
    public void An_organisation_opens_again_under_its_own_name()
    {
        var closed = new StaffEvent.OrganisationClosed("Clear Start");
        var without = Given().When(new StaffCommand.CloseOrganisation("clear start")).Then(closed);
        Assert.Equal(["Green Spaces"], without.Directory.Providers);
        Given(closed).When(new StaffCommand.AddOrganisation("CLEAR START")).Then(new StaffEvent.OrganisationAdded("Clear Start"));
    }

    private static StaffEvent Leaving(string person) => new StaffEvent.LeavingRecorded(person, Friday, WorkingCalendar.EndOf(Friday));
}
