using NodaTime;

namespace Diversion.Simulation.Tests;

public sealed class SimulationOrderTests
{
    [Fact]
    public void Says_what_to_change_when_the_bank_holidays_end_too_early()
    {
        var order = SimulatedProgramme.Order(1) with { Start = new LocalDate(2028, 6, 1), Months = 3 };

        Assert.Contains("bank holidays end on 2028-12-31. Give fewer --months, an earlier --start", order.Fault(), StringComparison.Ordinal);
    }
}
