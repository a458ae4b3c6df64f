// SPDX-License-Identifier: GPL-2.0-or-later
// Serves the made-up library of web_fixture.h on a free port, for the browser and socket tests.
#include <iostream>

#include "app/site.h"
#include "http/server.h"
#include "web_fixture.h"

int main() {
  using namespace repere;
  web::ServerOptions options;
  options.port = 0;
  options.workers = 2;
  auto server = web::Server::listen(options);
  if (!server) {
    std::cerr << server.error().line() << "\n";
    return 3;
  }
  std::cout << "http://" << server->host() << ":" << server->port() << std::endl;
  web::Site site;
  site.version = "fixture";
  server->run([&site]() -> web::Handler {
    const std::shared_ptr<web::Backend> backend = test::make_fixture_backend();
    return [backend, &site](const web::Request& request) {
      return web::handle(request, *backend, site);
    };
  });
}
