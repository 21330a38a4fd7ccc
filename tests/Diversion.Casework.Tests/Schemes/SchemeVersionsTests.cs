using Diversion.Casework.Schemes;

namespace Diversion.Casework.Tests.Schemes;

/// <summary>Faults between the files of one scheme.</summary>
public sealed class SchemeVersionsTests : IDisposable
{
    private const string SecondFile = "checkpoint.v2.json";

    private readonly SchemeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_later_version_that_begins_later_is_loaded()
    {
        WriteSecond(2, "2026-04-01");

        var loaded = Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(folder.Location));

        Assert.Equal(2, loaded.Catalogue.InForce("checkpoint", new(2026, 4, 1))?.Version);
    }

    [Fact]
    public void The_same_name_and_version_twice_is_a_fault()
    {
        WriteSecond(1, "2026-04-01");

        Assert.Equal(
            new SchemeFault(SecondFile, "$.version", "checkpoint version 1 is also in checkpoint.v1.json: give one of them another version."),
            folder.TheFault());
    }

    [Theory]
    [InlineData("2024-01-01")]
    [InlineData("2023-12-31")]
    public void A_later_version_that_does_not_begin_later_is_a_fault(string effectiveFrom)
    {
        WriteSecond(2, effectiveFrom);

        Assert.Equal(
            new SchemeFault(SecondFile, "$.effectiveFrom", $"Give a day after 2024-01-01, when version 1 begins; found {effectiveFrom}."),
            folder.TheFault());
    }

    [Fact]
    public void Versions_are_compared_although_a_file_has_other_faults()
    {
        folder.Change(
            ShippedSchemes.CheckpointFile,
            scheme =>
            {
                scheme["version"] = 2;
                scheme["offer"]!["lapseDays"] = 0;
            },
            SecondFile);

        Assert.Equal(["$.offer.lapseDays", "$.effectiveFrom"], folder.Faults().Select(fault => fault.Path));
    }

    private void WriteSecond(int version, string effectiveFrom) => folder.Change(
        ShippedSchemes.CheckpointFile,
        scheme =>
        {
            scheme["version"] = version;
            scheme["effectiveFrom"] = effectiveFrom;
        },
        SecondFile);
}
