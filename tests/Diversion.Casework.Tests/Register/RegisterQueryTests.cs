using Diversion.Casework.Answers;
using Diversion.Casework.Register;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Register;

public sealed class RegisterQueryTests : IDisposable
{
    /// <summary>More than a register reads for one page.</summary>
    private const int MoreThanRead = 2_050;

    private static readonly StaffRef Other = new("w9", "Wes Other", "west");
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Ones_own_are_on_the_first_page_however_many_others_there_are()
    {
        await casework.Signed();
        var row = (await casework.Rows(Tables.Register)).First(one => one.Partition == "all");
        for (var n = 0; n < MoreThanRead; n++)
        {
            var others = new Dictionary<string, object>(row.Properties) { ["worker"] = "w9", ["officer"] = "o9", ["agreement"] = $"other-{n}" };
            await casework.Store.Commit(new TableTransaction(Tables.Register, "all", [new RowChange.Upsert($"!{n:00000}", others)]), []);
        }

        var alone = new Actor("o1", "Olive Officer", Role.PoliceOfficer);
        foreach (var reader in (Actor[])[Worker, alone])
        {
            Assert.Equal(Id.Value, Assert.Single((await Of(reader, new RegisterFilter())).Items).Agreement);
        }

        Assert.Equal(Id.Value, Assert.Single((await Of(Lead, new RegisterFilter(Worker: "w1"))).Items).Agreement);
        Assert.Empty((await Of(Lead, new RegisterFilter(AgreementStatus.Completed, Worker: "w1"))).Items);
        Assert.Equal("other-0", (await Of(Lead, new RegisterFilter())).Items[0].Agreement);
    }

    [Fact]
    public async Task A_case_that_was_passed_on_is_the_new_key_workers_and_no_longer_the_old_ones()
    {
        await casework.Signed();
        await casework.Done(Lead, new TermCommand.ChangeKeyWorker(Other) { Reason = "Wyn is on leave" });
        Assert.Empty((await Of(Worker, new RegisterFilter())).Items);
        Assert.Single((await Of(new Actor("w9", "Wes Other", Role.KeyWorker), new RegisterFilter())).Items);
    }

    private async Task<Page<RegisterItem>> Of(Actor by, RegisterFilter filter)
    {
        var secret = "a secret of thirty-two bytes or more"u8.ToArray();
        var query = new RegisterQuery(casework.Store, new Cursor(secret), new Pseudonyms(secret));
        return Assert.IsType<Reply<Page<RegisterItem>>.Given>(await query.Of(by, filter, 50, null)).Value;
    }
}
