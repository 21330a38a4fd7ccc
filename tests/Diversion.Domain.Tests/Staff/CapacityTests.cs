using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using static Diversion.Domain.Tests.Staff.StaffCase;

namespace Diversion.Domain.Tests.Staff;

/// <summary>How much weight of cases a key worker and a team can carry.</summary>
public sealed class CapacityTests
{
    [Fact]
    public void A_capacity_is_set_changed_and_taken_away()
    {
        var state = Given().When(new StaffCommand.SetCapacity("kw-1", 40)).Then(new StaffEvent.CapacitySet("kw-1", 40));
        Assert.Equal(40, state.Capacities["kw-1"]);
        Given(new StaffEvent.CapacitySet("kw-1", 40)).When(new StaffCommand.SetCapacity("kw-1", 40)).ThenNothing();
        Assert.Empty(Given(new StaffEvent.CapacitySet("kw-1", 40)).When(new StaffCommand.SetCapacity("kw-1")).Then(new StaffEvent.CapacitySet("kw-1", null)).Capacities);
        Assert.Equal(300, Given().When(new StaffCommand.SetTeamCapacity("north", 300)).Then(new StaffEvent.TeamCapacitySet("north", 300)).Team("north")!.Capacity);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Given().When(new StaffCommand.SetCapacity("pr-1", 5)).ThenRefused(RefusalCode.ValueOutOfRange, "no key worker");
        Given().When(new StaffCommand.SetCapacity("kw-1", 0)).ThenRefused(RefusalCode.ValueOutOfRange);
        Given().When(new StaffCommand.SetCapacity("kw-1", int.MaxValue)).ThenRefused(RefusalCode.ValueOutOfRange);
        Given().When(new StaffCommand.SetCapacity("nobody", 5)).ThenRefused(RefusalCode.StaffUnknown);
        Given().When(new StaffCommand.SetTeamCapacity("west", 5)).ThenRefused(RefusalCode.TeamUnknown);
        Given().When(new StaffCommand.SetTeamCapacity("north", -1)).ThenRefused(RefusalCode.ValueOutOfRange);
        Given().When(new StaffCommand.SetCapacity("kw-1", 40), new Actor("tm-1", "Tess Manager", Role.TeamManager)).ThenRefused(RefusalCode.RoleNotPermitted);
    }
}
