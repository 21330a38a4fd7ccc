using System.Text;
using Diversion.Simulation.Demo;
using NodaTime;

namespace Diversion.Simulation.Tests.Demo;

public sealed class DemoClockRequestTests
{
    [Theory]
    [InlineData("P1D", "2026-10-24T09:00:00Z", "2026-10-25T10:00:00Z")] // Ten local time, also after the clocks go back.
    [InlineData("PT24H", "2026-10-24T09:00:00Z", "2026-10-25T09:00:00Z")]
    [InlineData("P4M", "2026-10-31T09:00:00Z", "2027-02-28T09:00:00Z")]
    [InlineData("P1W", "2026-11-01T09:00:00Z", "2026-11-08T09:00:00Z")]
    [InlineData("P1DT90S", "2026-11-01T09:00:00Z", "2026-11-02T09:01:30Z")]
    public void A_period_uses_the_calendar_for_days_and_exact_durations_below(string by, string from, string to)
    {
        var (request, _) = DemoClockRequest.Read(Encoding.UTF8.GetBytes($$"""{ "by": "{{by}}" }"""));

        Assert.Equal(DemoClockRequest.ReadInstant(to), Assert.IsType<DemoClockRequest.By>(request).From(DemoClockRequest.ReadInstant(from)!.Value));
    }

    [Fact]
    public void An_instant_may_have_an_offset()
    {
        var (request, _) = DemoClockRequest.Read("""{ "to": "2026-07-01T10:00:00+01:00" }"""u8.ToArray());

        Assert.Equal(new DemoClockRequest.To(Instant.FromUtc(2026, 7, 1, 9, 0)), request);
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "Send one of")]
    [InlineData("{}", "Send one of")]
    [InlineData("{ \"by\": \"P1D\", \"next\": true }", "Send one of")]
    [InlineData("{ \"next\": false }", "Send one of")]
    [InlineData("{ \"by\": 1 }", "Send one of")]
    [InlineData("{ \"by\": \"tomorrow\" }", "is not a duration")]
    [InlineData("{ \"by\": \"P-1D\" }", "moves only forward")]
    [InlineData("{ \"by\": \"P3Y\" }", "At most 2 years")]
    [InlineData("{ \"by\": \"P99999999999D\" }", "is not a duration")]
    [InlineData("{ \"to\": \"2026-13-01T09:00:00Z\" }", "is not an instant")]
    public void Anything_else_is_reported(string body, string fault)
    {
        var (request, told) = DemoClockRequest.Read(Encoding.UTF8.GetBytes(body));

        Assert.Null(request);
        Assert.Contains(fault, told, StringComparison.Ordinal);
    }
}
