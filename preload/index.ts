console.info('placeholder');
