using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;

namespace Diversion.Casework.Tests.Schemes;

public sealed class SchemeJsonTests
{
    [Theory]
    [InlineData(ShippedSchemes.CheckpointFile)]
    [InlineData(ShippedSchemes.TurningPointFile)]
    public void What_is_written_is_the_file_without_its_annotations(string file)
    {
        var expected = ShippedSchemes.Json(file);
        expected.Remove("$schema");
        expected.Remove("notes");
        var rules = ShippedSchemes.Catalogue.Get(new((string)expected["name"]!, (int)expected["version"]!));

        var written = SchemeJson.Write(rules);

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(written)), written);
    }

    [Fact]
    public void What_is_written_loads_again_as_the_same()
    {
        using var folder = new SchemeFolder();
        var written = SchemeJson.Write(ShippedSchemes.Checkpoint);
        folder.Write(ShippedSchemes.CheckpointFile, written);

        var loaded = Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(folder.Location));

        Assert.Equal(written, SchemeJson.Write(loaded.Catalogue.Get(new("checkpoint", 1))));
    }

    [Fact]
    public void A_rule_without_a_list_has_an_empty_one() =>
        Assert.All(ShippedSchemes.Checkpoint.Eligibility, rule => Assert.False(rule.Values.IsDefault));
}
