namespace Diversion.Storage.Compliance;

public abstract class PropertyContract(IStoreUnderTest underTest) : StoreContract(underTest)
{
    public static TheoryData<string> Texts =>
    [
        "",
        " ",
        "plain",
        "Zoë O'Brien-\"Smith\" \\ / <b>&amp;</b>",
        "Łódź, Ελλάδα, עברית, العربية, 日本語, हिन्दी",
        "👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "line\r\none\ttwo\u2028three\u2029",
        "\0\u0001\u001F\u007F\u0085\u009F\uFEFF\uFFFE\uFFFF",
        "e\u0301 is not é",
        "null",
        "true",
        "42",
        "{}",
        "[]",
        "{\"a\":1}",
        "{ \"a\" : [ 1 , {\"b\":\"\\ud83d\\ude00 \\u00e9 é\"} ],\r\n \"a\": 1.50e+3 }",
        "{\"a\":1} ",
        "{\"a\":\"\\ud800\"}",
        "{not json}",
        "[1][2]",
        "[1,]",
        "{/* no */}",
        "{",
        "[]]",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_comes_back_to_the_character(string text)
    {
        await Commit(Insert("r", text));

        Assert.Equal(text, (await Get("r"))!.Text("Value"));
        Assert.Equal(text, (await Store.Query(new TableQuery(Table, Partition))).Rows.Single().Text("Value"));
    }

    [Fact]
    public async Task Every_character_comes_back()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10000).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => (char)c));

        foreach (var (part, n) in all.Chunk(16_384).Select((part, n) => (new string(part), n)))
        {
            await Commit(Insert($"{n}", part));
            Assert.Equal(part, await Value($"{n}"));
        }
    }

    [Theory]
    [InlineData(60_000, "x")]
    [InlineData(60_000, "é")]
    [InlineData(30_000, "😀")]
    [InlineData(20_000, "\"\n\0")]
    public async Task Long_text_comes_back_whole(int times, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        Assert.True(await Commit(Upsert("r", text)));

        Assert.Equal(text, await Value("r"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task Json_written_as_bytes_comes_back_as_text(int times)
    {
        var text = $$"""{"name":"Zoë \"Z\" \ud83d\ude00","list":[{{string.Join(',', Enumerable.Repeat("\"née\"", times))}}]}""";
        await Commit(new RowChange.Insert("r", new Dictionary<string, object>
        {
            ["Before"] = 1L,
            ["Json"] = new Utf8Json(System.Text.Encoding.UTF8.GetBytes(text)),
            ["After"] = "x",
        }));

        var read = (await Get("r"))!;

        Assert.Equal(text, read.Text("Json"));
        Assert.Equal(1L, read.Number("Before"));
        Assert.Equal("x", read.Text("After"));
        Assert.Equal(3, read.Properties.Count);
    }

    [Fact]
    public async Task Deeply_nested_json_comes_back()
    {
        foreach (var depth in new[] { 1, 59, 60, 61, 63, 64, 65, 500 })
        {
            var text = new string('[', depth) + new string(']', depth);
            await Commit(Upsert("r", text));
            Assert.Equal(text, await Value("r"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData((1L << 53) + 1)]
    public async Task A_number_comes_back_as_a_long(long number)
    {
        await Commit(new RowChange.Insert("r", new Dictionary<string, object> { ["N"] = number }));

        Assert.Equal(number, Assert.IsType<long>((await Get("r"))!.Properties["N"]));
    }

    [Fact]
    public async Task Types_are_kept_side_by_side()
    {
        var written = new Dictionary<string, object>
        {
            ["Yes"] = true, ["No"] = false, ["One"] = 1L, ["OneText"] = "1", ["TrueText"] = "true", ["Empty"] = "", ["_x9"] = "{}",
        };
        await Commit(new RowChange.Insert("r", written));

        var read = (await Get("r"))!;

        Assert.Equal(written.OrderBy(p => p.Key, StringComparer.Ordinal), read.Properties.OrderBy(p => p.Key, StringComparer.Ordinal));
        Assert.True(read.Flag("Yes"));
        Assert.False(read.Flag("No"));
        Assert.False(read.Flag("Missing"));
        Assert.Null(read.TextOrNull("Missing"));
    }

    [Fact]
    public async Task A_row_may_have_no_properties()
    {
        await Commit(new RowChange.Insert("r", new Dictionary<string, object>()));

        Assert.Empty((await Get("r"))!.Properties);
    }

    public static TheoryData<string> Impossible => ["int", "double", "null", "bytes", "half a pair", "swapped pair"];

    [Theory]
    [MemberData(nameof(Impossible))]
    public Task Anything_else_is_refused(string what) =>
        Refused(new RowChange.Insert("r", new Dictionary<string, object>
        {
            ["P"] = what switch
            {
                "int" => 1,
                "double" => 1.5,
                "bytes" => new byte[] { 1 },
                "half a pair" => "a\uD83D",
                "swapped pair" => "\uDE00\uD83D",
                _ => null!,
            },
        }));
}
