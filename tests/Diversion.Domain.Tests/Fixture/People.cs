using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Tests.Fixture;

internal static class People
{
    public static readonly Actor Officer = new("officer-1", "Ada Officer", Role.PoliceOfficer, "Durham East");
    public static readonly Actor Sergeant = new("sergeant-1", "Sam Sergeant", Role.Sergeant);
    public static readonly Actor Worker = new("worker-1", "Kit Worker", Role.KeyWorker, "North");
    public static readonly Actor Manager = new("manager-1", "Max Manager", Role.TeamManager, "North") { Manages = ["North"] };
    public static readonly Actor Lead = new("lead-1", "Lee Lead", Role.ProgrammeLead);
    public static readonly Actor OtherLead = new("lead-2", "Lou Lead", Role.ProgrammeLead);
    public static readonly Actor Provider = new("provider-1", "Pat Provider", Role.Provider, Organisation: "Harbour");
    public static readonly Actor Supervisor = new("supervisor-1", "Sol Supervisor", Role.Supervisor, Organisation: "Harbour");
    public static readonly Actor Facilitator = new("facilitator-1", "Fay Facilitator", Role.Facilitator);
    public static readonly Actor PanelMember = new("panel-1", "Una Panel", Role.PanelMember);
    public static readonly Actor Analyst = new("analyst-1", "Ana Lyst", Role.Analyst);
    public static readonly Actor Feed = new("tag-feed", "Tag feed", Role.Feed);

    public static readonly StaffRef KeyWorker = new("worker-1", "Kit Worker", "North", "kit@example.test");
    public static readonly StaffRef CoveringWorker = new("worker-2", "Kim Cover", "North", "kim@example.test");
    public static readonly StaffRef SouthernWorker = new("worker-3", "Kay South", "South", "kay@example.test");
    public static readonly Actor SouthernManager = new("manager-2", "Mia South", Role.TeamManager, "South") { Manages = ["South"] };
    public static readonly StaffRef ReferringOfficer = new("officer-1", "Ada Officer");
    public static readonly StaffRef RestorativeFacilitator = new("facilitator-1", "Fay Facilitator");

    public static readonly Person Participant = new(
        "Robin Example", new LocalDate(1995, 6, 1), Sex.Male, District: "County Durham", Email: "robin@example.test", ContactConsent: true);

    public static readonly Offence Theft = new(
        "Theft from a shop", "theft", new LocalDate(2026, 2, 10), OffenceClass.EitherWay, District: "County Durham");

    public static Actor In(Role role) => role switch
    {
        Role.PoliceOfficer => Officer,
        Role.Sergeant => Sergeant,
        Role.KeyWorker => Worker,
        Role.TeamManager => Manager,
        Role.ProgrammeLead => Lead,
        Role.Provider => Provider,
        Role.Facilitator => Facilitator,
        Role.Analyst => Analyst,
        Role.PanelMember => PanelMember,
        Role.Supervisor => Supervisor,
        Role.Feed => Feed,
        Role.Participant => Actor.Participant,
        _ => Actor.Clock,
    };
}
