using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;

namespace Diversion.Casework.Tests.Schemes;

public sealed class VocabularyFileTests : IDisposable
{
    private readonly SchemeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_without_a_vocabulary_uses_the_shipped_one() =>
        Assert.Equal("sexual", Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(folder.Location)).Catalogue.Vocabulary.OffenceGroups.CodeOf("rape"));

    [Fact]
    public void A_force_adds_words_of_its_own()
    {
        folder.Change(SchemeFiles.VocabularyName, words => First(words)["synonyms"]!.AsArray().Add("roughing up"));

        Assert.Equal("assault", Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(folder.Location)).Catalogue.Vocabulary.OffenceGroups.CodeOf("Roughing-up"));
    }

    [Fact]
    public void A_word_with_two_codes_is_a_fault()
    {
        folder.Change(SchemeFiles.VocabularyName, words => First(words)["synonyms"]!.AsArray().Add("Rapes"));

        Assert.Contains(folder.Faults(), fault => fault.Reason == "\"rape\" already means assault: keep it in one of the two.");
    }

    [Fact]
    public void A_list_of_orders_without_none_is_a_fault()
    {
        folder.Change(SchemeFiles.VocabularyName, words => words["currentOrders"]!.AsArray().RemoveAt(0));

        Assert.Equal("Add the code none: the answer that there is no order.", folder.TheFault().Reason);
    }

    private static JsonObject First(JsonObject words) => words["offenceGroups"]!.AsArray().Single(group => (string?)group!["code"] == "assault")!.AsObject();
}
