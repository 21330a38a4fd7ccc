using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Tests.Schemes;

public sealed class RouteFaultsTests : IDisposable
{
    private const string File = "checkpoint.v2.json";

    private readonly SchemeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_id_used_twice_is_a_fault() =>
        Fault(routes => routes[1]!["id"] = "outcome-22", "$.routes[1].id", "\"outcome-22\" is already the id of another route: give each its own.");

    [Fact]
    public void Outcome_22_is_not_recorded_before_the_activity_is_done() =>
        Fault(routes => routes[0]!["recorded"] = "signing", "$.routes[0].recorded", "Say activityDone: outcome 22 is recorded only when the activity is done.");

    [Theory]
    [InlineData("switchedOff")]
    [InlineData("childrenOnly")]
    public void The_usual_route_is_always_open(string flag) =>
        Fault(routes => routes[0]![flag] = true, $"$.routes[0].{flag}", "Put a route first that is always open to adults: it is the usual one.");

    [Fact]
    public void A_route_does_not_end_before_it_begins() => Fault(
        routes =>
        {
            routes[1]!["from"] = "2027-05-01";
            routes[1]!["until"] = "2027-04-30";
        },
        "$.routes[1].until",
        "Give a day from 2027-05-01 on, or leave it out.");

    [Fact]
    public void The_shipped_routes_demand_what_the_law_does()
    {
        var routes = ShippedSchemes.Catalogue.Get(new SchemeRef("checkpoint", 2)).AllRoutes();

        Assert.Equal(["outcome-22", "caution", "outcome-23", "diversionary-caution", "community-caution"], routes.Select(route => route.Id));
        Assert.Equal(["22", "3", "23", "3", "3"], routes.Select(route => route.OutcomeCode));
        Assert.Equal(["outcome-22", "caution"], routes.Where(route => route.IsOpenOn(new(2026, 11, 29))).Select(route => route.Id));
        Assert.Equal([false, true, false, true, true], routes.Select(route => !route.Admission.IsEmpty));
    }

    private void Fault(Action<JsonArray> change, string path, string reason)
    {
        folder.Change(File, json => change(json["routes"]!.AsArray()));

        Assert.Equal(new SchemeFault(File, path, reason), folder.TheFault());
    }
}
