using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;

namespace Diversion.Casework.Tests.Schemes;

public sealed class EligibilityRuleFaultsTests : IDisposable
{
    private readonly SchemeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_id_used_twice_is_a_fault()
    {
        Change("home-in-force-area", rule => rule["id"] = "adult");

        AssertFault("$.eligibility[1].id", "\"adult\" is already the id of $.eligibility[0]: give each rule its own.");
    }

    [Fact]
    public void A_test_without_its_figure_is_a_fault()
    {
        Change("adult", rule => rule.Remove("number"));

        AssertFault("$.eligibility[0].number", "Missing: the test ageAtLeast needs a figure.");
    }

    [Fact]
    public void A_test_without_its_list_is_a_fault()
    {
        Change("risk-band", rule => rule.Remove("values"));

        AssertFault("$.eligibility[4].values", "Missing: the test riskBandIn needs a list.");
    }

    [Fact]
    public void A_figure_that_the_test_does_not_take_is_a_fault()
    {
        Change("risk-band", rule => rule["number"] = 2);

        AssertFault("$.eligibility[4].number", "Remove it: the test riskBandIn takes no such property.");
    }

    [Fact]
    public void A_list_that_the_test_does_not_take_is_a_fault()
    {
        Change("admission", rule => rule["values"] = new JsonArray("yes"));

        AssertFault("$.eligibility[8].values", "Remove it: the test admission takes no such property.");
    }

    [Fact]
    public void A_test_that_the_domain_does_not_know_is_a_fault()
    {
        Change("admission", rule => rule["test"] = "confession");

        var fault = folder.TheFault();

        Assert.Equal("$.eligibility[8].test", fault.Path);
        Assert.StartsWith("Give one of ageAtLeast, homeDistrictIn,", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("risk-band", 4, "midium", "Give one of low, medium, high; found \"midium\".")]
    [InlineData("no-current-order", 6, "suspended sentence", "Give a code of vocabulary.json; found \"suspended sentence\". Nearest: suspended-sentence, court-order, statutory-supervision.")]
    [InlineData("domestic-abuse", 10, "included", "Give one of excluded, sergeant; found \"included\".")]
    public void A_word_that_the_test_does_not_know_is_a_fault(string id, int index, string word, string reason)
    {
        Change(id, rule => rule["values"]![0] = word);

        AssertFault($"$.eligibility[{index}].values[0]", reason);
    }

    [Fact]
    public void A_value_listed_twice_is_a_fault()
    {
        Change("home-in-force-area", rule => rule["values"]![1] = "County Durham");

        AssertFault("$.eligibility[1].values[1]", "\"County Durham\" is in the list already: remove it.");
    }

    [Fact]
    public void Two_domestic_abuse_policies_are_a_fault()
    {
        Change("domestic-abuse", rule => rule["values"] = new JsonArray("excluded", "sergeant"));

        AssertFault("$.eligibility[10].values", "Give one policy only: excluded or sergeant.");
    }

    [Theory]
    [InlineData("offence-not-excluded", "$.eligibility[5].values[0]", "rape")]
    [InlineData("no-current-order", "$.eligibility[6].values[0]", "none")]
    public void A_value_that_is_no_code_of_the_vocabulary_is_a_fault(string id, string path, string word)
    {
        Change(id, rule => rule["values"]![0] = word);

        var fault = folder.TheFault();
        Assert.Equal(path, fault.Path);
        Assert.StartsWith($"Give a code of vocabulary.json; found \"{word}\". Nearest: ", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adult", 0)]
    [InlineData("offence-not-excluded", 5)]
    public void An_age_or_an_excluded_offence_that_may_be_overridden_is_a_fault(string id, int index)
    {
        Change(id, rule => rule["overridable"] = true);

        AssertFault($"$.eligibility[{index}].overridable", "Remove it or say false: nobody overrides an age or an excluded offence.");
    }

    [Fact]
    public void Whether_a_rule_may_be_overridden_is_true_or_false()
    {
        Change("risk-band", rule => rule["overridable"] = "yes");

        AssertFault("$.eligibility[4].overridable", "Give true or false; found \"yes\".");
    }

    [Fact]
    public void A_rule_that_does_not_say_so_may_not_be_overridden()
    {
        Change("risk-band", rule => rule.Remove("overridable"));

        var rules = Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(folder.Location)).Catalogue.All.Single().Eligibility;
        Assert.Equal((false, true), (rules.Single(rule => rule.Id == "risk-band").MayBeOverridden, rules.Single(rule => rule.Id == "recent-offence").MayBeOverridden));
    }

    private void Change(string id, Action<JsonObject> change) => folder.Change(
        ShippedSchemes.CheckpointFile,
        scheme => change(scheme["eligibility"]!.AsArray().Single(rule => (string?)rule!["id"] == id)!.AsObject()));

    private void AssertFault(string path, string reason) =>
        Assert.Equal(new SchemeFault(ShippedSchemes.CheckpointFile, path, reason), folder.TheFault());
}
