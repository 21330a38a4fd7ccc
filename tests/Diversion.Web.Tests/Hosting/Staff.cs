using Diversion.Domain.Agreements;

namespace Diversion.Web.Tests.Hosting;

/// <summary>The people of the tests. Everybody in "north" works together; "south" is another team.</summary>
internal static class Staff
{
    public static readonly Actor Officer = new("po-1", "Olive Officer", Role.PoliceOfficer, "north-police");
    public static readonly Actor OtherOfficer = new("po-2", "Oscar Other", Role.PoliceOfficer, "south-police");
    public static readonly Actor Sergeant = new("sgt-1", "Sara Sergeant", Role.Sergeant, "north-police");
    public static readonly Actor OfficersColleague = new("po-3", "Orla Colleague", Role.PoliceOfficer, "north-police");
    public static readonly Actor OtherSergeant = new("sgt-2", "Saul Sergeant", Role.Sergeant, "south-police");
    public static readonly Actor Worker = new("kw-1", "Kit Worker", Role.KeyWorker, "north");
    public static readonly Actor Manager = new("tm-1", "Tess Manager", Role.TeamManager, "north");
    public static readonly Actor OtherManager = new("tm-2", "Toby Manager", Role.TeamManager, "south");
    public static readonly Actor Colleague = new("kw-3", "Kay Colleague", Role.KeyWorker, "north");
    public static readonly Actor OtherWorker = new("kw-2", "Kim Other", Role.KeyWorker, "south");
    public static readonly Actor Lead = new("lead-1", "Lee Lead", Role.ProgrammeLead);
    public static readonly Actor SecondLead = new("lead-2", "Lou Lead", Role.ProgrammeLead);
    public static readonly Actor Provider = new("pr-1", "Pat Provider", Role.Provider, null, "Green Spaces");
    public static readonly Actor Nurse = new("pr-3", "Nia Nurse", Role.Provider, null, "Clear Start");
    public static readonly Actor OtherProvider = new("pr-2", "Paz Provider", Role.Provider, null, "Elsewhere");
    public static readonly Actor Supervisor = new("sv-1", "Sol Supervisor", Role.Supervisor, null, "Green Spaces");
    public static readonly Actor OtherSupervisor = new("sv-2", "Sky Supervisor", Role.Supervisor, null, "Green Spaces");
    public static readonly Actor Facilitator = new("rj-1", "Fay Facilitator", Role.Facilitator);
    public static readonly Actor OtherFacilitator = new("rj-2", "Fox Facilitator", Role.Facilitator);
    public static readonly Actor Analyst = new("an-1", "Ann Analyst", Role.Analyst);
    public static readonly Actor PanelMember = new("pm-1", "Una Panel", Role.PanelMember);
    public static readonly Actor Feed = new("feed-1", "Custody", Role.Feed);

    /// <summary>The members of the scrutiny panel.</summary>
    public static IReadOnlyList<Actor> Panel { get; } = [PanelMember, new("pm-2", "Dev Panel", Role.PanelMember), new("pm-3", "Tia Panel", Role.PanelMember)];

    /// <summary>By the names that the tables of the tests use.</summary>
    public static readonly IReadOnlyDictionary<string, Actor> All = new Dictionary<string, Actor>
    {
        ["officer"] = Officer,
        ["sergeant"] = Sergeant,
        ["worker"] = Worker,
        ["manager"] = Manager,
        ["lead"] = Lead,
        ["provider"] = Provider,
        ["facilitator"] = Facilitator,
        ["analyst"] = Analyst,
        ["panel"] = PanelMember,
        ["supervisor"] = Supervisor,
        ["feed"] = Feed,
    };
}
