using System.Text;
using Diversion.Casework.Answers;
using Diversion.Casework.HarmTables;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.HarmTables;

namespace Diversion.Casework.Tests.HarmTables;

/// <summary>The index as a stream beside the agreements, from a file to the measures.</summary>
public sealed class HarmTableServiceTests : IDisposable
{
    private static readonly Actor Analyst = new("a1", "Ann", Role.Analyst);

    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(10);
    private readonly HarmTableService harm;

    public HarmTableServiceTests() => harm = new HarmTableService(casework.Store, cache, casework);

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task An_index_is_kept_with_its_version_and_checksum_replaced_by_the_next_and_verified()
    {
        Assert.Null(await harm.Index());
        await Import("offence_code,days\n8/6,20.5\n046/00,2\n", "2016");
        Assert.IsType<Outcome<HarmTable>.Accepted>(await Import("offence_code,days\n046/00,3\n", " 2020 "));

        var index = (await harm.Index())!;
        Assert.Equal(("2020", 64, 3m), (index.Version, index.Checksum.Length, index.Days["046/00"]));
        Assert.Equal(2, Assert.IsType<Reply<HarmTable?>.Given>(await harm.Loaded(Analyst)).Value!.Version);
        Assert.IsType<Outcome<HarmTable>.Unchanged>(await Import("offence_code,days\n046/00,3\n", "2020"));
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Theory]
    [InlineData("", "2020", "The file is empty")]
    [InlineData("code,days\n", "2020", "needs the columns offence_code and days")]
    [InlineData("offence_code,days\n806,1\n", "2020", "Line 2: offence_code")]
    [InlineData("offence_code,days\n8/6,-1\n", "2020", "Line 2: days")]
    [InlineData("offence_code,days\n8/6,1\n8/06,2\n", "2020", "has two values")]
    [InlineData("offence_code,days\n8/6,1\n", " ", "needs a version")]
    [InlineData("offence_code,days\n8/6,1\n", "a version that is much longer than any publisher's", "at most 40 are kept")]
    public async Task A_faulty_file_is_refused_in_words_and_the_index_stays(string csv, string version, string told)
    {
        await Import("offence_code,days\n046/00,2\n", "2016");

        var refused = Assert.IsType<Outcome<HarmTable>.Refused>(await Import(csv, version));

        Assert.Contains(told, refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal("2016", (await harm.Index())!.Version);
    }

    [Fact]
    public async Task Only_analysts_and_leads_import_or_see_it()
    {
        foreach (var by in (Actor[])[CaseworkUnderTest.Officer, CaseworkUnderTest.Worker])
        {
            Assert.IsType<Outcome<HarmTable>.Refused>(await harm.Import("offence_code,days\n8/6,1\n"u8, "2020", by, casework.Now));
            Assert.IsType<Reply<HarmTable?>.Refused>(await harm.Loaded(by));
        }

        Assert.Null(await harm.Index());
    }

    private Task<Outcome<HarmTable>> Import(string csv, string version) => harm.Import(Encoding.UTF8.GetBytes(csv), version, Analyst, casework.Now).AsTask();
}
