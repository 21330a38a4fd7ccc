using System.Xml.Linq;
using Diversion.Casework.Storage;
using Diversion.Functions.Azure.Storage;
using Diversion.Storage.Compliance;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Functions.Tests.Azure.Storage;

public sealed class TableKeyRepositoryTests
{
    private readonly InMemoryTableStore store = new();

    [Fact]
    public void A_key_stored_by_one_instance_is_available_to_every_other()
    {
        new TableKeyRepository(store).StoreElement(XElement.Parse("<key id=\"1\"> <value>é</value></key>"), "key-1");
        new TableKeyRepository(store).StoreElement(XElement.Parse("<key id=\"2\" />"), "key-2");
        new TableKeyRepository(store).StoreElement(XElement.Parse("<key id=\"2\" revoked=\"yes\" />"), "key-2");

        Assert.Equal(
            ["<key id=\"1\"><value>é</value></key>", "<key id=\"2\" revoked=\"yes\" />"],
            new TableKeyRepository(store).GetAllElements().Select(element => element.ToString(SaveOptions.DisableFormatting)));
    }

    [Fact]
    public void More_than_a_page_of_them_come_back()
    {
        for (var n = 0; n < 230; n++)
        {
            new TableKeyRepository(store).StoreElement(new XElement("key"), $"key-{n}");
        }

        Assert.Equal(230, new TableKeyRepository(store).GetAllElements().Count);
    }

    [Fact]
    public void What_one_instance_protects_another_reads()
    {
        var cookie = Instance().Protect("signed in");

        Assert.Equal("signed in", Instance().Unprotect(cookie));
    }

    private IDataProtector Instance()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("Diversion");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new TableKeyRepository(store));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("cookies");
    }
}
