using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;
using NodaTime;

namespace Diversion.Casework.Tests.Schemes;

/// <summary>Each kind of fault in a scheme file: the file, the path and what to do.</summary>
public sealed class SchemeFilesTests : IDisposable
{
    private readonly SchemeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_shipped_folder_loads_with_its_calendar()
    {
        var loaded = Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(ShippedSchemes.Folder));

        Assert.Equal<string>(["checkpoint", "turning-point"], loaded.Catalogue.Names);
        Assert.Equal((new LocalDate(2024, 1, 1), new LocalDate(2028, 12, 31)), (loaded.Calendar.From, loaded.Calendar.To));
        Assert.False(loaded.Calendar.IsWorkingDay(new LocalDate(2026, 12, 28)));
    }

    [Theory]
    [InlineData("$.breach.proposeAt", "\"three\"", "Give a whole number from 1 to 20; found \"three\".")]
    [InlineData("$.breach.proposeAt", "2.5", "Give a whole number from 1 to 20; found 2.5.")]
    [InlineData("$.breach.proposeAt", "null", "Give a whole number from 1 to 20; found null.")]
    [InlineData("$.breach.proposeAt", "99999999999", "Out of range: give a whole number from 1 to 20; found 99999999999.")]
    [InlineData("$.breach.proposeAt", "3.0", "Give a whole number without a point or an exponent; found 3.0.")]
    [InlineData("$.offer.lapseDays", "0", "Out of range: give a whole number from 1 to 60; found 0.")]
    [InlineData("$.offer.lapseDays", "-7", "Out of range: give a whole number from 1 to 60; found -7.")]
    [InlineData("$.effectiveFrom", "\"1 January 2024\"", "Give a date such as 2026-03-05; found \"1 January 2024\".")]
    [InlineData("$.effectiveFrom", "20240101", "Give a date such as 2026-03-05; found 20240101.")]
    [InlineData("$.title", "\" \"", "The text is empty: fill it in.")]
    [InlineData("$.title", "7", "Give a text in quotes; found 7.")]
    [InlineData("$.name", "\"Check Point\"", "Give small letters, digits and single hyphens, beginning with a letter, such as turning-point; found \"Check Point\".")]
    [InlineData("$.title", "\"\"", "The text is empty: fill it in.")]
    [InlineData("$.notes['recording.settleWorkingDays']", "7", "Give a text in quotes; found 7.")]
    [InlineData("$.offer", "7", "Give an object in braces; found 7.")]
    [InlineData("$.chargeBy.alertDays", "28", "Give a list in square brackets; found 28.")]
    [InlineData("$.chargeBy.alertDays", "[]", "The list is empty: give at least one item.")]
    [InlineData("$.escalation.ladder[1].to", "\"manager\"", "Give one of participant, keyWorker, teamManager, programmeLead, policeOfficer, sergeant, facilitator, provider, analyst, receivingManager; found \"manager\".")]
    [InlineData("$.escalation.ladder[1].to", "1", "Give one of participant, keyWorker, teamManager, programmeLead, policeOfficer, sergeant, facilitator, provider, analyst, receivingManager; found 1.")]
    [InlineData("$.notes", "[]", "Give an object in braces; found a list.")]
    public void A_value_that_does_not_fit_is_a_fault(string path, string value, string reason)
    {
        folder.Change(ShippedSchemes.CheckpointFile, scheme => At(scheme, path).ReplaceWith(JsonNode.Parse(value)));

        Assert.Equal(new SchemeFault(ShippedSchemes.CheckpointFile, path, reason), folder.TheFault());
    }

    [Theory]
    [InlineData("$.term.months", "0", "$.term", "Set one of months and weeks above 0 and the other to 0; found 0 months and 0 weeks.")]
    [InlineData("$.term.weeks", "16", "$.term", "Set one of months and weeks above 0 and the other to 0; found 4 months and 16 weeks.")]
    [InlineData("$.restorativeJustice.heldByWeek", "17", "$.restorativeJustice.heldByWeek", "Give a week of the term, at most 16; found 17.")]
    [InlineData("$.escalation.ladder[2].workingDays", "2", "$.escalation.ladder[2].workingDays", "Give more than escalation.ladder[1].workingDays (2); found 2.")]
    [InlineData("$.chargeBy.alertDays[1]", "30", "$.chargeBy.alertDays[1]", "Put the list in descending order, each figure once: 30 comes after 28.")]
    [InlineData("$.recording.reminderDaysBefore[1]", "2", "$.recording.reminderDaysBefore[1]", "Put the list in descending order, each figure once: 2 comes after 2.")]
    [InlineData("$.reparation.defaultHours", "12", "$.reparation.leastHours", "Give at most reparation.defaultHours (12); found 18.")]
    [InlineData("$.reparation.defaultHours", "40", "$.reparation.defaultHours", "Give at most reparation.mostHours (36); found 40.")]
    [InlineData("$.breach.firstWarningAt", "2", "$.breach.finalWarningAt", "Give more than breach.firstWarningAt (2); found 2.")]
    [InlineData("$.breach.proposeAt", "2", "$.breach.proposeAt", "Give more than breach.finalWarningAt (2); found 2.")]
    [InlineData("$.conditions.mostPathways", "7", "$.conditions.mostPathways", "Give at most conditions.most (6); found 7.")]
    [InlineData("$.victim.toldEnhancedWorkingDays", "6", "$.victim.toldEnhancedWorkingDays", "Give at most victim.toldWorkingDays (5); found 6.")]
    [InlineData("$.pathway.referralWorkingDays", "20", "$.pathway.referralWorkingDays", "Give at most pathway.acceptanceWorkingDays (15); found 20.")]
    public void Figures_that_contradict_each_other_are_a_fault(string changed, string value, string path, string reason)
    {
        folder.Change(ShippedSchemes.CheckpointFile, scheme => At(scheme, changed).ReplaceWith(JsonNode.Parse(value)));

        Assert.Equal(new SchemeFault(ShippedSchemes.CheckpointFile, path, reason), folder.TheFault());
    }

    [Theory]
    [InlineData("$", "breach")]
    [InlineData("$.breach", "proposeAt")]
    [InlineData("$.escalation.ladder[0]", "to")]
    [InlineData("$.eligibility[0]", "message")]
    public void A_missing_property_is_a_fault(string parent, string property)
    {
        folder.Change(ShippedSchemes.CheckpointFile, scheme => At(scheme, parent).AsObject().Remove(property));

        Assert.Equal(new SchemeFault(ShippedSchemes.CheckpointFile, $"{parent}.{property}", "Missing: add it."), folder.TheFault());
    }

    [Fact]
    public void An_unknown_property_is_a_fault_that_names_the_nearest()
    {
        folder.Change(ShippedSchemes.CheckpointFile, scheme => scheme["breach"]!["proposedAt"] = 3);

        var fault = folder.TheFault();

        Assert.Equal("$.breach.proposedAt", fault.Path);
        Assert.StartsWith("No such property: remove it or correct its name. Nearest: proposeAt,", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_unknown_property_holds_is_not_looked_at()
    {
        folder.Change(ShippedSchemes.CheckpointFile, scheme => scheme["breech"] = JsonNode.Parse("""{ "proposeAt": 2.5, "list": [1.5, null] }"""));

        Assert.Equal("$.breech", folder.TheFault().Path);
    }

    [Fact]
    public void A_note_on_a_figure_that_is_not_there_is_a_fault()
    {
        folder.Change(ShippedSchemes.CheckpointFile, scheme => scheme["notes"]!["tagMonitoring.limit"] = "Ours.");

        var fault = folder.TheFault();

        Assert.Equal("$.notes['tagMonitoring.limit']", fault.Path);
        Assert.Contains("tagMonitoring", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_json_is_a_fault_with_its_line()
    {
        folder.Write(ShippedSchemes.CheckpointFile, "{\n  \"name\": \"checkpoint\",\n  \"version\" 1\n}");

        var fault = folder.TheFault();

        Assert.Equal((ShippedSchemes.CheckpointFile, "$"), (fault.File, fault.Path));
        Assert.StartsWith("Not valid JSON at line 3:", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_given_twice_is_a_fault()
    {
        folder.Write(ShippedSchemes.CheckpointFile, "{ \"version\": 1, \"version\": 2 }");

        Assert.Contains("version", folder.TheFault().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_object_is_a_fault()
    {
        folder.Write(ShippedSchemes.CheckpointFile, "[]");

        Assert.Equal(new SchemeFault(ShippedSchemes.CheckpointFile, "$", "Give an object in braces; found a list."), folder.TheFault());
    }

    [Fact]
    public void A_byte_order_mark_from_an_editor_does_no_harm()
    {
        folder.Write(ShippedSchemes.CheckpointFile, "\uFEFF" + ShippedSchemes.Json(ShippedSchemes.CheckpointFile).ToJsonString());

        Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(folder.Location));
    }

    [Fact]
    public void Every_fault_of_every_file_is_reported_at_once()
    {
        folder.Change(ShippedSchemes.CheckpointFile, scheme =>
        {
            scheme["offer"]!["lapseDays"] = 0;
            scheme["breach"]!["firstWarningAt"] = "one";
            scheme["breach"]!["proposeAt"] = 2;
            scheme.Remove("victim");
        });
        folder.Change(ShippedSchemes.TurningPointFile, scheme => scheme["term"]!["months"] = 4);
        folder.Change(SchemeFiles.BankHolidays, holidays => holidays["to"] = "soon");

        Assert.Equal(
            [
                (SchemeFiles.BankHolidays, "$.to"),
                (ShippedSchemes.CheckpointFile, "$.offer.lapseDays"),
                (ShippedSchemes.CheckpointFile, "$.breach.firstWarningAt"),
                (ShippedSchemes.CheckpointFile, "$.victim"),
                (ShippedSchemes.CheckpointFile, "$.breach.proposeAt"),
                (ShippedSchemes.TurningPointFile, "$.term"),
            ],
            folder.Faults().Select(fault => (fault.File, fault.Path)));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault() =>
        Assert.IsType<SchemeLoad.Faulty>(SchemeFiles.Load(Path.Combine(folder.Location, "none")));

    [Fact]
    public void A_folder_without_schemes_is_a_fault()
    {
        folder.Delete(ShippedSchemes.CheckpointFile);

        Assert.Contains("There is no scheme file", folder.TheFault().Reason, StringComparison.Ordinal);
    }

    private static JsonNode At(JsonNode root, string path) =>
        path.Split("['") is [var outer, var quoted]
            ? At(root, outer)[quoted[..^2]]!
            : path.Split('.', '[').Skip(1).Aggregate(root, (node, step) => step.EndsWith(']') ? node[int.Parse(step[..^1])]! : node[step]!);
}
